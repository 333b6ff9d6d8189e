import { createRequire } from 'node:module'

/** Where the runtime's own binary lies: its package says so. */
export function workerdBinary(): string {
  const { default: path }: { default: unknown } = createRequire(import.meta.url)('workerd')
  if (typeof path !== 'string') throw new Error('The package workerd does not tell where its binary is')
  return path
}

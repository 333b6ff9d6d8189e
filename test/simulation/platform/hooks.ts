import { registerHooks } from 'node:module'

/** The platform's own modules, as far as the Worker imports them. */
const PLATFORM: ReadonlyMap<string, string> = new Map([
  ['cloudflare:workers', 'export class DurableObject { constructor(ctx, env) { this.ctx = ctx; this.env = env } }'],
  ['cloudflare:sockets', 'export const connect = () => { throw new Error("No history opens sockets") }'],
])

/**
 * Lets Node load the Worker: to be called before anything of it is imported.
 *
 * @param change changes the source of a file, by its address; for bugs that are planted
 */
export function loadWorkerSources(change: (address: string, source: string) => string = (_, source) => source): void {
  registerHooks({
    resolve: (name, context, next) =>
      PLATFORM.has(name) ? { url: name, format: 'module', shortCircuit: true } : next(name, context),
    load: (address, context, next) => {
      const source = PLATFORM.get(address)
      if (source !== undefined) return { format: 'module', source, shortCircuit: true }
      const loaded = next(address, context)
      if (!address.includes('/worker/') || !loaded.source) return loaded
      return { ...loaded, source: change(address, String(loaded.source)) }
    },
  })
}

// Written by `npm run generate` from the files of this folder.
/**
 * The schemas of what the API answers. A route names its answers, and does not import them: only what describes the API
 * or holds real answers against their description imports this file, so the Worker's bundle has none of it.
 */
export * from '@straks/shared/answers'
export * from './audit.ts'
export * from './dead-letters.ts'
export * from './erasure.ts'
export * from './fences.ts'
export * from './operator-shipments.ts'
export * from './order-headers.ts'
export * from './overview.ts'
export * from './redriven.ts'
export * from './suppressions.ts'
export * from './webhooks.ts'

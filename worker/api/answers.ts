/**
 * The schemas of what the API answers. A route names its answers, and does not import them: only what describes the API
 * or holds real answers against their description imports this file, so the Worker's bundle has none of it.
 */
export * from '@straks/shared/answers'
export * from './fences/fence-answers.ts'
export * from './operator/audit-answer.ts'
export * from './operator/erasure-answer.ts'
export * from './operator/overview-answer.ts'
export * from './operator/redriven-answer.ts'
export * from './operator/shipment-answers.ts'
export * from './orders/order-headers.ts'
export * from './service/dead-letters-answer.ts'
export * from './suppressions/suppressions-answer.ts'
export * from './webhooks/webhook-answers.ts'

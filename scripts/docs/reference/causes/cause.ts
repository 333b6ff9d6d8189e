import type { Words } from '../../../../shared/index.ts'

/** Why a request is refused, and what the caller does about it. */
export type Cause = { readonly cause: Words; readonly remedy: Words }

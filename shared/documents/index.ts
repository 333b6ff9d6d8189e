import { correspondence, correspondencePart, notification } from './correspondence.ts'
import { instant, instantEmail, instantSms } from './instant.ts'
import type { DocumentKind } from './kind.ts'
import { order } from './order.ts'

export { recognise } from './recognise.ts'

/** Every kind of request that the judge knows. */
export const documentKinds: readonly DocumentKind[] = [
  instantSms,
  instantEmail,
  instant,
  order,
  correspondence,
  correspondencePart,
  notification,
]

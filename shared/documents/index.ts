import { correspondence, correspondencePart, notification } from './correspondence.ts'
import { composedEmail } from './elsewhere.ts'
import { instant, instantEmail, instantSms } from './instant.ts'
import type { DocumentKind } from './kind.ts'
import { orders, ordersEmail, ordersSms } from './listed-orders.ts'
import { order } from './order.ts'

export { guessKind } from './guess-kind.ts'
export { recognise } from './recognise.ts'

/** Every kind of request that is judged. */
export const documentKinds: readonly DocumentKind[] = [
  instantSms,
  instantEmail,
  instant,
  order,
  ordersEmail,
  ordersSms,
  orders,
  correspondence,
  correspondencePart,
  notification,
]

/** The kinds of request that are known, and that Straks has no route for. */
export const kindsElsewhere: readonly DocumentKind[] = [composedEmail]

import { DurableObject } from 'cloudflare:workers'

/** An object that does nothing. The runtime makes a file for each kind of object when it starts, whatever the object does. */
class Bare extends DurableObject {}

export {
  Bare as Attachment,
  Bare as Correspondence,
  Bare as CorrespondenceIndex,
  Bare as FenceKeeper,
  Bare as Inbox,
  Bare as OperatorDesk,
  Bare as OrderLedger,
  Bare as ReceiptReferences,
  Bare as StatusFeed,
  Bare as SuppressionList,
  Bare as WebhookEndpoint,
}

/** The least a Worker with our objects and settings can do: what is left of a start-up when no code of ours is in it. */
export default {
  fetch: (): Response => new Response('ok'),
}

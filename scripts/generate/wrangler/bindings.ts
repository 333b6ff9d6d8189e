import { type Binding, bucket, database, deadLetters, object, queue } from './kinds.ts'

/** The Worker's bindings, each once: a line here is a binding in every environment of wrangler.toml. */
export const BINDINGS: readonly Binding[] = [
  object('ORDER_LEDGER', 'OrderLedger', 'v1'),
  object('INBOX', 'Inbox', 'v1'),
  object('LOCAL_ISSUER', 'LocalIssuer', 'v1', ['development']),
  object('RECEIPT_REFERENCES', 'ReceiptReferences', 'v2'),
  object('STATUS_FEED', 'StatusFeed', 'v3'),
  object('CORRESPONDENCE', 'Correspondence', 'v3'),
  object('WEBHOOK_ENDPOINT', 'WebhookEndpoint', 'v4'),
  object('CORRESPONDENCE_INDEX', 'CorrespondenceIndex', 'v5'),
  object('OPERATOR_DESK', 'OperatorDesk', 'v5'),
  object('ATTACHMENT', 'Attachment', 'v6'),
  object('FENCE_KEEPER', 'FenceKeeper', 'v7'),
  object('SUPPRESSION_LIST', 'SuppressionList', 'v8'),
  database('REGISTER_DATABASE', 'register'),
  database('CORRESPONDENCE_LISTING', 'correspondences'),
  bucket('ATTACHMENT_FILES', 'attachments', 'eu'),
  queue('RETRIES', 'retries'),
  queue('ORDERS', 'orders'),
  deadLetters,
]

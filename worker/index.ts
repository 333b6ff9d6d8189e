import { createWorker } from './create-worker.ts'

export { Attachment } from './attachments/attachment.ts'
export { Correspondence } from './correspondence/correspondence.ts'
export { CorrespondenceIndex } from './correspondence/correspondence-index.ts'
export { StatusFeed } from './feed/status-feed.ts'
export { FenceKeeper } from './fences/fence-keeper.ts'
export { OrderLedger } from './ledger/order-ledger.ts'
export { OperatorDesk } from './operator/operator-desk.ts'
export { Inbox } from './providers/inbox/inbox.ts'
export { ReceiptReferences } from './providers/receipts/receipt-references.ts'
export { SuppressionList } from './suppressions/suppression-list.ts'
export { WebhookEndpoint } from './webhooks/webhook-endpoint.ts'

export default createWorker()

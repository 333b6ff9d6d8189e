import { createWorker } from './create-worker.ts'

export { Correspondence } from './correspondence/correspondence.ts'
export { Inbox } from './durable-objects/inbox.ts'
export { OrderLedger } from './durable-objects/order-ledger.ts'
export { StatusFeed } from './feed/status-feed.ts'
export { ReceiptReferences } from './receipts/receipt-references.ts'

export default createWorker()

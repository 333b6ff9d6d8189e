import { createWorker } from './create-worker.ts'

export { Inbox } from './durable-objects/inbox.ts'
export { OrderLedger } from './durable-objects/order-ledger.ts'
export { ReceiptReferences } from './receipts/receipt-references.ts'

export default createWorker()

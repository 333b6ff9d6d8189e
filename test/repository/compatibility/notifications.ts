import type { Proofs } from './proof.ts'

/** What holds each row of docs/compatibility/notifications.md. */
export const notifications: Proofs = {
  Reliability: {
    'calls the provider, then stores': ['process/crash', 'delivers each of them once after it starts again'],
    'two concurrent requests with one key both send, one gets 500': [
      'conformance/idempotency',
      'makes 25 concurrent duplicates of 20 requests into 20 messages',
    ],
    'a message can stay `SMS_Sending` for ever': [
      'worker/domain/delivery',
      'a delivery is final soon after its time if it is only woken',
    ],
    '`SMS_Failed_TTL` 5–20 minutes after the time, and attempts may go on': [
      'conformance/simulated-recipients',
      'ends an SMS that no provider takes at its second, and no attempt follows',
    ],
    'a receipt after expiry is dropped': [
      'worker/domain/delivery',
      'counts as delivered if it was within its time by the provider’s clock, whenever that is told',
    ],
    'a late receipt can overwrite a final status': ['worker/domain/delivery', 'a final state never changes again'],
    'an SMS over 16 parts is cut silently': ['conformance/bad-input', 'sms-parts'],
    'parts are counted on the URL-encoded text': [
      'shared/text/segments',
      'counts the operator’s parts of 134, sixteen of which are 2 144 septets',
    ],
    'an outage of the provider: 503, nothing stored': ['conformance/simulated-recipients', 'ends as %s'],
    'numbers go to the gateway as typed': ['conformance/instant-sms', 'goes to the E.164 form of a number'],
    'CR and LF in an instant subject pass': [
      'conformance/instant-email',
      'has a subject of one line, whatever line ends the request held',
    ],
  },
  'Instant messages and shipments': {
    'time-to-live': ['conformance/bad-input', 'a time-to-live of %d, its limits named'],
    'manifest of an instant message': ['conformance/shipment', 'shows its reference, type, status and recipient'],
    '`destination` in the manifest': ['conformance/instant-sms', 'goes to the E.164 form of a number'],
    '`attempts`, `uncertain` of a recipient in the manifest': [
      'process/failover',
      'send a mail once whose answer is lost: the same is asked again, and its sender can see why it took longer',
    ],
    '`reason` of a recipient in the manifest': [
      'process/fences',
      'bars a number that a register has, and says why the shipment failed',
    ],
    '`simulated: true` in a manifest': ['process/allow-list', 'goes to the simulator, and its shipment says so'],
    'a different request under a used key': [
      'conformance/idempotency',
      'answers a different body under a used key 200, sends nothing, and says so in a header',
    ],
    '`Location` of a 201': ['conformance/instant-sms', 'tells in Location where its status is'],
    'sender of an SMS': ['conformance/bad-input', 'sender-name'],
    'length of subject and body of an instant e-mail': [
      'shared/rules/texts',
      'is not refused for its length, its links or its keywords',
    ],
  },
  Orders: {
    'when it goes out': ['conformance/orders/order-status', 'is sent at its moment, not before'],
    '`requestedSendTime` in the past': [
      'conformance/orders/bad-orders',
      'is told in Altinn’s words that its moment has passed',
    ],
    '`delayDays`, reminders': ['conformance/orders/bad-orders', 'has a reminder after more than a hundred years'],
    'opening of the window': ['worker/domain/send-window', 'opens next, %s'],
    'time-to-live of an SMS that waits for the window': [
      'worker/ledger/ordinary-orders',
      'sends nothing by night that could not be sent by day',
    ],
    'an SMS that waits for the window': [
      'worker/ledger/ordinary-orders',
      'grants claims on what may be sent now, and keeps the rest for the send window',
    ],
    'register unavailable when an order comes': [
      'conformance/orders/create-order',
      'is accepted while the register is away, waits for it and loses nothing',
    ],
    'register unavailable when an order is due': [
      'worker/ledger/ordinary-orders',
      'ends a shipment that no register could tell the recipient of, after 48 hours',
    ],
    'organisation of which only users have addresses': [
      'process/registers-altinn',
      'is found with the addresses of its users who may read the resource, and of no others',
    ],
    '`EmailPreferred`, `SmsPreferred`, users of an organisation': [
      'worker/domain/preparation',
      'go to every address once, however it is written',
    ],
    'stale addresses': [
      'process/registers-altinn',
      'is found without the addresses that nobody has touched for 18 months',
    ],
    'contact details of a person': ['process/registers-altinn', 'a person while the contact register is away'],
    names: ['conformance/orders/create-order', 'names its recipient, and numbers organisations only'],
    'keyword in other letter case: `$RecipientName$`': [
      'conformance/orders/create-order',
      'fills in a keyword in any letter case',
    ],
    'unknown name or number': ['process/registers-altinn', 'without a name has an empty one'],
    'names in HTML mail': ['conformance/orders/create-order', 'escapes names in an HTML mail'],
    'SMS that names make longer than 16 parts': [
      'worker/domain/preparation',
      'fail rather than be cut where a name makes an SMS longer than operators carry',
    ],
    'external identity, by e-mail address': [
      'conformance/orders/create-order',
      'reaches a user whose address is in the name itself, and nobody by another name',
    ],
    'external identity, by name': [
      'conformance/orders/create-order',
      'reaches a user whose address is in the name itself, and nobody by another name',
    ],
    '`resourceId` of a person': ['conformance/orders/bad-orders', 'to a person, with a resource'],
    '`GET /future/enduser/log`': ['conformance/orders/notification-log', 'has the messages of the orders that name it'],
    'condition on a private network, with a login, or on a port unusual for the web': [
      'shared/conditions/may-ask',
      'leads to this machine or its network',
    ],
    '`description` of a message’s status': [
      'conformance/orders/order-status',
      'names how an e-mail to %s failed as the first version does: %s',
    ],
    'how a condition is asked': ['process/ask-condition', 'is not followed where it answers %s'],
    cancelling: [
      'conformance/orders/order-status',
      'is cancelled without its reminders by its shipment’s id, and with them by its own',
    ],
    'reserved, not identified, channels, one retry of a condition and then sent, 409 within five minutes': [
      'conformance/orders/create-order',
      'is accepted and fails where its recipient is reserved, unless the sender ignores that',
    ],
    '`$sendersName$`, `$messageTitle$` and the other keywords of a message': [
      'conformance/orders/bad-orders',
      'with a keyword of a message',
    ],
  },
  'Orders to several': {
    'number of recipients': [
      'conformance/orders/orders-to-a-thousand',
      'is accepted, and one of a thousand and one is not',
    ],
    '`EmailAndSms`': ['shared/rules/recipient-list', 'by %s reaches %j: %j'],
    'a wrong address in the channel that is not used': [
      'conformance/orders/bad-orders-to-several',
      'for %s says so as Altinn does',
    ],
    '`emailTemplate.fromAddress` that is no address': [
      'conformance/orders/bad-orders-to-several',
      'for %s says so as Altinn does',
    ],
    'a keyword of the recipient, where one of the recipients is an address': [
      'conformance/orders/bad-orders-to-several',
      'for %s says so as Altinn does',
    ],
    'register unavailable when an order comes': [
      'conformance/orders/look-up-of-several',
      'is left out while the register is away, which keeps no address waiting',
    ],
    'register unavailable when an order is due': [
      'ledger/orders-to-several',
      'waits for those whose register does not answer, and gives them up after 48 hours',
    ],
    'organisation of which only users have addresses': [
      'process/registers-altinn',
      'is found with the addresses of its users who may read the resource, and of no others',
    ],
    '`GET /orders?sendersReference=`': ['conformance/orders/orders-to-several-shown', 'are the newest 100'],
    "the order's id": [
      'conformance/orders/orders-to-several-shown',
      'is its status and each of its messages, by channel',
    ],
  },
  'Status feed': {
    numbers: ['worker/feed/status-feed', 'numbers without a gap what many bring at once'],
    'cancelled shipments': ['worker/ledger/ordinary-orders', 'tells the feed of each shipment once, when it is final'],
    'instant messages': ['ledger/ledger', 'takes an instant message from its key to the feed'],
    'new entries': ['process/feed-after-crashes', 'agrees entry for entry with the ledgers after power cuts'],
    kept: ['worker/feed/retention', 'is erased ninety days after its shipment became final, and not before'],
    'size of a page': ['worker/feed/status-feed', 'ends early where entries are long, and leaves none out'],
  },
}

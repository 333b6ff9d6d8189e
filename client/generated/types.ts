// Made by `npm run generate` from the description of the API. Do not edit.
/**
 * How the body is written: `Plain` (0) or `Html` (1). Left out: `Plain`.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "EmailContentType".
 */
export type EmailContentType = 'Plain' | 'Html'
/**
 * When it may be sent: `Anytime` (1), or `Daytime` (2), in the hours that are set for its channel: for SMS usually from 09:00 to 17:00 in Oslo.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "SendingTimePolicy".
 */
export type SendingTimePolicy = 'Anytime' | 'Daytime'
/**
 * How the message is sent: `Email` (0), `Sms` (1), `EmailPreferred` (2: SMS where there is no e-mail address), `SmsPreferred` (3: e-mail where there is no number) or `EmailAndSms` (4: both).
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "NotificationChannel".
 */
export type NotificationChannel = 'Email' | 'Sms' | 'EmailPreferred' | 'SmsPreferred' | 'EmailAndSms'
/**
 * What the shipment is: the message of an order, one of its reminders, or an instant message.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "ShipmentType".
 */
export type ShipmentType = 'Notification' | 'Reminder' | 'Instant'
/**
 * Shipments that have ended, each once; empty if there is nothing newer.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "StatusFeedPage".
 */
export type StatusFeedPage = {
  /**
   * One more than that of the previous entry. Use the last one you have as `seq` to get the next page.
   */
  sequenceNumber: number
  shipmentId: string
  sendersReference?: string
  recipients: {
    destination: string
    /**
     * A final status; see the table of statuses.
     */
    status: string
    /**
     * When it became final.
     */
    lastUpdate: string
  }[]
  /**
   * How the shipment ended.
   */
  status: 'Order_Completed' | 'Order_SendConditionNotMet' | 'Order_Cancelled'
  /**
   * When it ended.
   */
  lastUpdate: string
  shipmentType: ShipmentType
}[]
/**
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "NotificationLog".
 */
export type NotificationLog = {
  /**
   * The shipment: one with several recipients has several entries.
   */
  notificationId: string
  dialogId?: string
  transmissionId?: string
  type: ShipmentType
  channel: 'SMS' | 'Email'
  /**
   * The number or the address; empty if none was found.
   */
  destination: string
  /**
   * As in a shipment, without the channel: `Delivered`, `Failed_TTL`.
   */
  status: string
  /**
   * When it fell due.
   */
  requestedSendTime: string
  /**
   * When its status last changed.
   */
  lastUpdateTime: string
}[]
/**
 * Whose text is sent: `CustomMessage` (0: only yours) or `GenericAltinnMessage` (1: Altinn's, with yours in the middle). Left out: `CustomMessage`.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "NotificationTemplate".
 */
export type NotificationTemplate = 'CustomMessage' | 'GenericAltinnMessage'
/**
 * The status of a correspondence. `Reserved`: its recipient has declined, and it will not be published. `PurgedByAltinn`: its sender withdrew it.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "CorrespondenceStatus".
 */
export type CorrespondenceStatus =
  | 'Initialized'
  | 'ReadyForPublish'
  | 'Published'
  | 'Read'
  | 'Confirmed'
  | 'PurgedByRecipient'
  | 'PurgedByAltinn'
  | 'Reserved'
  | 'Failed'
  | 'AttachmentsDownloaded'

/**
 * What each operation takes and answers, by its id in the description of the API.
 */
export interface Operations {
  /**
   * Send an SMS at once
   */
  sendInstantSms: {
    body: InstantSmsRequest
    answer: OrderAnswer
  }
  /**
   * Send an e-mail at once
   */
  sendInstantEmail: {
    body: InstantEmailRequest
    answer: OrderAnswer
  }
  /**
   * Send an SMS at once (deprecated)
   */
  sendInstant: {
    body: InstantRequest
    answer: OrderAnswer
  }
  /**
   * Order a message with its reminders
   */
  createOrder: {
    body: OrderRequest
    answer: OrderAnswer
  }
  /**
   * Order an e-mail to several recipients
   */
  createEmailOrder: {
    body: EmailOrderRequest
    answer: ListedOrderAnswer
  }
  /**
   * Order an SMS to several recipients
   */
  createSmsOrder: {
    body: SmsOrderRequest
    answer: ListedOrderAnswer
  }
  /**
   * Find orders by your reference
   */
  findOrders: {
    query: {
      /**
       * The reference, exactly as it was given.
       */
      sendersReference: string
    }
    answer: FoundOrders
  }
  /**
   * Order a message to several recipients
   */
  createListedOrder: {
    body: ListedOrderRequest
    answer: ListedOrderAnswer
  }
  /**
   * Get an order
   */
  getOrder: {
    params: {
      /**
       * A `shipmentId`, or the `notificationOrderId`, which stands for the main shipment.
       */
      id: string
    }
    answer: FollowedOrder
  }
  /**
   * Get the progress of an order
   */
  getOrderStatus: {
    params: {
      /**
       * A `shipmentId`, or the `notificationOrderId`, which stands for the main shipment.
       */
      id: string
    }
    answer: OrderStatus
  }
  /**
   * List the messages of an order: E-mail
   */
  listEmails: {
    params: {
      /**
       * A `shipmentId`, or the `notificationOrderId`, which stands for the main shipment.
       */
      id: string
    }
    answer: OrderNotifications
  }
  /**
   * List the messages of an order: SMS
   */
  listSms: {
    params: {
      /**
       * A `shipmentId`, or the `notificationOrderId`, which stands for the main shipment.
       */
      id: string
    }
    answer: OrderNotifications
  }
  /**
   * Cancel an order
   */
  cancelOrder: {
    params: {
      /**
       * A `shipmentId`, or the `notificationOrderId`, which stands for the main shipment.
       */
      id: string
    }
    answer: CancelledOrder
  }
  /**
   * Get the status of a shipment
   */
  getShipment: {
    params: {
      /**
       * The `shipmentId` of the answer to the order.
       */
      shipmentId: string
    }
    answer: ShipmentManifest
  }
  /**
   * Follow all shipments
   */
  getStatusFeed: {
    query: {
      /**
       * The last sequence number you have: entries after it are returned. Left out: 0.
       */
      seq?: number
      /**
       * The maximum number of entries; a number out of bounds is replaced by the nearest. Left out: 500.
       */
      pageSize?: number
      /**
       * Oldest or newest first. With `Desc` and no `seq` you get the newest. Left out: `Asc`.
       */
      orderBy?: 'Asc' | 'Desc'
    }
    answer: StatusFeedPage
  }
  /**
   * List the messages of a dialogue
   */
  getNotificationLog: {
    query: {
      /**
       * The dialogue that the orders named. Give this, `transmissionId`, or both.
       */
      dialogId?: string
      /**
       * The transmission that the orders named.
       */
      transmissionId?: string
    }
    answer: NotificationLog
  }
  /**
   * List your webhooks
   */
  listWebhooks: {
    answer: Webhooks
  }
  /**
   * Make a webhook
   */
  createWebhook: {
    body: NewWebhook
    answer: WebhookWithSecret
  }
  /**
   * Look at a webhook
   */
  getWebhook: {
    params: {
      /**
       * The webhook’s id.
       */
      id: string
    }
    answer: Webhook
  }
  /**
   * Change a webhook
   */
  changeWebhook: {
    params: {
      /**
       * The webhook’s id.
       */
      id: string
    }
    body: WebhookChanges
    answer: Webhook
  }
  /**
   * Delete a webhook
   */
  deleteWebhook: {
    params: {
      /**
       * The webhook’s id.
       */
      id: string
    }
  }
  /**
   * Rotate the secret of a webhook
   */
  rotateWebhookSecret: {
    params: {
      /**
       * The webhook’s id.
       */
      id: string
    }
    answer: WebhookSecret
  }
  /**
   * Send a test to a webhook
   */
  testWebhook: {
    params: {
      /**
       * The webhook’s id.
       */
      id: string
    }
  }
  /**
   * Deliver entries again
   */
  replayWebhook: {
    params: {
      /**
       * The webhook’s id.
       */
      id: string
    }
    body: WebhookReplay
  }
  /**
   * Look at the attempts of a webhook
   */
  listWebhookAttempts: {
    params: {
      /**
       * The webhook’s id.
       */
      id: string
    }
    answer: WebhookAttempts
  }
  /**
   * List your fences
   */
  listFences: {
    answer: Fences
  }
  /**
   * List your suppressions
   */
  listSuppressions: {
    answer: Suppressions
  }
  /**
   * Find the suppression of an address
   */
  findSuppression: {
    body: SuppressionSearch
    answer: Suppressions
  }
  /**
   * Mail an address again
   */
  deleteSuppression: {
    params: {
      /**
       * The `id` of the suppression.
       */
      id: string
    }
  }
  /**
   * List correspondences
   */
  listCorrespondences: {
    query: {
      /**
       * The resource that they belong to. May be left out with `idempotentKey`.
       */
      resourceId?: string
      /**
       * As whom you look. Left out: as both.
       */
      role?: 'Recipient' | 'Sender' | 'RecipientAndSender'
      /**
       * Only those of this status.
       */
      status?: string
      /**
       * Only those whose publication is after it.
       */
      from?: string
      /**
       * Only those whose publication is before it.
       */
      to?: string
      /**
       * Only those with this reference.
       */
      sendersReference?: string
      /**
       * The party as which you look: your own, as `0192:` and 9 digits, 11 digits, or a URN. For another, nothing is found.
       */
      onBehalfOf?: string
      /**
       * Only the one that has this key. It is asked itself, so this never lags.
       */
      idempotentKey?: string
    }
    answer: CorrespondenceIds
  }
  /**
   * Initialise a message to one or more recipients
   */
  initialiseCorrespondence: {
    body: CorrespondenceRequest
    answer: InitializedCorrespondences
  }
  /**
   * Initialise a message from a form
   */
  initialiseCorrespondenceFromForm: {
    answer: InitializedCorrespondences
  }
  /**
   * Get a correspondence
   */
  getCorrespondence: {
    params: {
      /**
       * The `correspondenceId`.
       */
      id: string
    }
    answer: CorrespondenceOverview
  }
  /**
   * Get a correspondence and its notifications
   */
  getCorrespondenceDetails: {
    params: {
      /**
       * The `correspondenceId`.
       */
      id: string
    }
    answer: CorrespondenceDetails
  }
  /**
   * Read a correspondence
   */
  getCorrespondenceContent: {
    params: {
      /**
       * The `correspondenceId`.
       */
      id: string
    }
  }
  /**
   * Mark a correspondence as read
   */
  markCorrespondenceAsRead: {
    params: {
      /**
       * The `correspondenceId`.
       */
      id: string
    }
    answer: string
  }
  /**
   * Confirm a correspondence
   */
  confirmCorrespondence: {
    params: {
      /**
       * The `correspondenceId`.
       */
      id: string
    }
    answer: string
  }
  /**
   * Download an attachment
   */
  downloadCorrespondenceAttachment: {
    params: {
      /**
       * The `correspondenceId`.
       */
      id: string
      /**
       * The `id` of one of its attachments.
       */
      attachmentId: string
    }
  }
  /**
   * Purge a correspondence
   */
  purgeCorrespondence: {
    params: {
      /**
       * The `correspondenceId`.
       */
      id: string
    }
    answer: string
  }
  /**
   * Ask whether the reminder may be sent
   */
  checkReminder: {
    params: {
      /**
       * The `correspondenceId`.
       */
      id: string
    }
    answer: {
      sendNotification: boolean
    }
  }
  /**
   * Ask whether the first notification may be sent
   */
  checkNotification: {
    params: {
      /**
       * The `correspondenceId`.
       */
      id: string
    }
    answer: {
      sendNotification: boolean
    }
  }
  /**
   * Initialise an attachment
   */
  initialiseAttachment: {
    body: AttachmentRequest
    answer: string
  }
  /**
   * Upload the file of an attachment
   */
  uploadAttachment: {
    params: {
      /**
       * The `attachmentId`.
       */
      id: string
    }
    answer: AttachmentOverview
  }
  /**
   * Get an attachment
   */
  getAttachment: {
    params: {
      /**
       * The `attachmentId`.
       */
      id: string
    }
    answer: AttachmentOverview
  }
  /**
   * Delete an attachment
   */
  deleteAttachment: {
    params: {
      /**
       * The `attachmentId`.
       */
      id: string
    }
    answer: null
  }
  /**
   * Get an attachment and its history
   */
  getAttachmentDetails: {
    params: {
      /**
       * The `attachmentId`.
       */
      id: string
    }
    answer: AttachmentDetails
  }
  /**
   * Download your own attachment
   */
  downloadAttachment: {
    params: {
      /**
       * The `attachmentId`.
       */
      id: string
    }
  }
  /**
   * Exchange a token of Maskinporten
   */
  exchangeMaskinportenToken: {}
  /**
   * Exchange a token of ID-porten
   */
  exchangeIdPortenToken: {}
  /**
   * List the shipments whose handling failed
   */
  listDeadLetters: {
    answer: {
      shipmentId: string
      /**
       * The reason, as a code.
       */
      reason: string
      at: string
    }[]
  }
  /**
   * Check that the service answers
   */
  getHealth: {
    answer: {
      status: 'ok'
    }
  }
}
/**
 * One SMS to one recipient, at once.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "InstantSmsRequest".
 */
export interface InstantSmsRequest {
  /**
   * A unique value of your own for this message. Use it again when you retry: the message is sent once.
   */
  idempotencyId: string
  /**
   * Your own reference for the message, returned with its status. Keep codes and personal data out of it.
   */
  sendersReference?: string
  /**
   * The recipient of the SMS, how long delivery is tried, and its text.
   */
  recipientSms: {
    /**
     * The recipient's number in international form with its country code: `+` or `00` first, spaces allowed.
     */
    phoneNumber: string
    /**
     * How long delivery is tried, in seconds. Match the lifetime of the code: 60 to 300 is usual.
     */
    timeToLiveInSeconds: number
    /**
     * The text of the message and its sender.
     */
    smsSettings: {
      /**
       * The name or number shown as sender, at most 11 letters and digits. Left out: the default sender.
       */
      sender?: string
      /**
       * The text of the message. Keep it short and free of personal data.
       */
      body: string
    }
  }
}
/**
 * An accepted order.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "OrderAnswer".
 */
export interface OrderAnswer {
  /**
   * The id of the order.
   */
  notificationOrderId: string
  /**
   * What was ordered.
   */
  notification: {
    /**
     * The id of the shipment, to ask for its status.
     */
    shipmentId: string
    /**
     * The reference that came with the request, if any.
     */
    sendersReference?: string
    /**
     * The shipments of its reminders, in the order of the request; left out if it has none.
     */
    reminders?: {
      /**
       * The id of the shipment, to ask for its status.
       */
      shipmentId: string
      /**
       * The reference that came with the request, if any.
       */
      sendersReference?: string
    }[]
  }
}
/**
 * One e-mail to one recipient, at once.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "InstantEmailRequest".
 */
export interface InstantEmailRequest {
  /**
   * A unique value of your own for this message. Use it again when you retry: the message is sent once.
   */
  idempotencyId: string
  /**
   * Your own reference for the message, returned with its status. Keep codes and personal data out of it.
   */
  sendersReference?: string
  /**
   * The recipient of the e-mail, and its text.
   */
  recipientEmail: {
    /**
     * The recipient's e-mail address: exactly one.
     */
    emailAddress: string
    /**
     * The text of the e-mail and its sender.
     */
    emailSettings: {
      /**
       * The subject line. Short ones are more likely to be delivered.
       */
      subject: string
      /**
       * The text of the e-mail, plain or HTML as `contentType` says.
       */
      body: string
      /**
       * The address shown as sender. Left out: the default sender.
       */
      senderEmailAddress?: string
      contentType?: EmailContentType
    }
  }
}
/**
 * @deprecated
 * One SMS to one recipient, at once. Deprecated: post an `InstantSmsRequest` to `/instant/sms` instead.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "InstantRequest".
 */
export interface InstantRequest {
  /**
   * A unique value of your own for this message. Use it again when you retry: the message is sent once.
   */
  idempotencyId: string
  /**
   * Your own reference for the message, returned with its status. Keep codes and personal data out of it.
   */
  sendersReference?: string
  /**
   * The recipient.
   */
  recipient: {
    /**
     * The recipient of the SMS, how long delivery is tried, and its text.
     */
    recipientSms: {
      /**
       * The recipient's number in international form with its country code: `+` or `00` first, spaces allowed.
       */
      phoneNumber: string
      /**
       * How long delivery is tried, in seconds. Match the lifetime of the code: 60 to 300 is usual.
       */
      timeToLiveInSeconds: number
      /**
       * The text of the message and its sender.
       */
      smsSettings: {
        /**
         * The name or number shown as sender, at most 11 letters and digits. Left out: the default sender.
         */
        sender?: string
        /**
         * The text of the message. Keep it short and free of personal data.
         */
        body: string
      }
    }
  }
}
/**
 * One message, with its reminders, to one recipient, sent when it is due.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "OrderRequest".
 */
export interface OrderRequest {
  /**
   * A unique value of your own for this message. Use it again when you retry: the message is sent once.
   */
  idempotencyId: string
  /**
   * Your own reference for the message, returned with its status. Keep codes and personal data out of it.
   */
  sendersReference?: string
  /**
   * When the message is sent, at the earliest. Left out: now.
   */
  requestedSendTime?: string
  /**
   * An http or https address that is asked when the message is due; the message is sent unless the answer is `{"sendNotification": false}`.
   */
  conditionEndpoint?: string
  /**
   * The dialogue that the message belongs to.
   */
  dialogportenAssociation?: {
    dialogId?: string
    transmissionId?: string
  }
  /**
   * Who receives the message: exactly one kind of recipient.
   */
  recipient: {
    /**
     * An e-mail address that the sender knows.
     */
    recipientEmail?: {
      /**
       * The recipient's e-mail address: exactly one.
       */
      emailAddress: string
      /**
       * The text of the e-mail and its sender. Left out, its policy is `Anytime`.
       */
      emailSettings: {
        /**
         * The subject line. Short ones are more likely to be delivered.
         */
        subject: string
        /**
         * The text of the e-mail, plain or HTML as `contentType` says.
         */
        body: string
        /**
         * The address shown as sender. Left out: the default sender.
         */
        senderEmailAddress?: string
        contentType?: EmailContentType
        sendingTimePolicy?: SendingTimePolicy
      }
    }
    /**
     * A telephone number that the sender knows.
     */
    recipientSms?: {
      /**
       * The recipient's number in international form with its country code: `+` or `00` first, spaces allowed.
       */
      phoneNumber: string
      /**
       * The text of the SMS and its sender. Left out, its policy is `Daytime`.
       */
      smsSettings: {
        /**
         * The name or number shown as sender, at most 11 letters and digits. Left out: the default sender.
         */
        sender?: string
        /**
         * The text of the message.
         */
        body: string
        sendingTimePolicy?: SendingTimePolicy
      }
    }
    /**
     * A person, whose address is looked up.
     */
    recipientPerson?: {
      /**
       * The 11 digits of a national identity number or D-number.
       */
      nationalIdentityNumber: string
      /**
       * Whether to send even if the person has declined electronic communication.
       */
      ignoreReservation?: boolean
      /**
       * Whether to use addresses that have not been confirmed for 18 months.
       */
      useStaleContactInformation?: boolean
      channelSchema: NotificationChannel
      /**
       * The resource that the message is about, as a URN.
       */
      resourceId?: string
      /**
       * The right to the resource that a recipient needs. Left out: `read`.
       */
      resourceAction?: string
      /**
       * The text of the e-mail and its sender. Left out, its policy is `Anytime`.
       */
      emailSettings?: {
        /**
         * The subject line. Short ones are more likely to be delivered.
         */
        subject: string
        /**
         * The text of the e-mail, plain or HTML as `contentType` says.
         */
        body: string
        /**
         * The address shown as sender. Left out: the default sender.
         */
        senderEmailAddress?: string
        contentType?: EmailContentType
        sendingTimePolicy?: SendingTimePolicy
      }
      /**
       * The text of the SMS and its sender. Left out, its policy is `Daytime`.
       */
      smsSettings?: {
        /**
         * The name or number shown as sender, at most 11 letters and digits. Left out: the default sender.
         */
        sender?: string
        /**
         * The text of the message.
         */
        body: string
        sendingTimePolicy?: SendingTimePolicy
      }
    }
    /**
     * An organisation, whose addresses are looked up.
     */
    recipientOrganization?: {
      /**
       * The 9 digits of an organisation number.
       */
      orgNumber: string
      channelSchema: NotificationChannel
      /**
       * The resource that the message is about, as a URN.
       */
      resourceId?: string
      /**
       * The right to the resource that a recipient needs. Left out: `read`.
       */
      resourceAction?: string
      /**
       * The text of the e-mail and its sender. Left out, its policy is `Anytime`.
       */
      emailSettings?: {
        /**
         * The subject line. Short ones are more likely to be delivered.
         */
        subject: string
        /**
         * The text of the e-mail, plain or HTML as `contentType` says.
         */
        body: string
        /**
         * The address shown as sender. Left out: the default sender.
         */
        senderEmailAddress?: string
        contentType?: EmailContentType
        sendingTimePolicy?: SendingTimePolicy
      }
      /**
       * The text of the SMS and its sender. Left out, its policy is `Daytime`.
       */
      smsSettings?: {
        /**
         * The name or number shown as sender, at most 11 letters and digits. Left out: the default sender.
         */
        sender?: string
        /**
         * The text of the message.
         */
        body: string
        sendingTimePolicy?: SendingTimePolicy
      }
    }
    /**
     * A user without a national identity number, whose address is looked up.
     */
    recipientExternalIdentity?: {
      /**
       * A user who has logged in without a national identity number, as a URN.
       */
      externalIdentity: string
      channelSchema: NotificationChannel
      /**
       * The resource that the message is about, as a URN.
       */
      resourceId?: string
      /**
       * The right to the resource that a recipient needs. Left out: `read`.
       */
      resourceAction?: string
      /**
       * The text of the e-mail and its sender. Left out, its policy is `Anytime`.
       */
      emailSettings?: {
        /**
         * The subject line. Short ones are more likely to be delivered.
         */
        subject: string
        /**
         * The text of the e-mail, plain or HTML as `contentType` says.
         */
        body: string
        /**
         * The address shown as sender. Left out: the default sender.
         */
        senderEmailAddress?: string
        contentType?: EmailContentType
        sendingTimePolicy?: SendingTimePolicy
      }
      /**
       * The text of the SMS and its sender. Left out, its policy is `Daytime`.
       */
      smsSettings?: {
        /**
         * The name or number shown as sender, at most 11 letters and digits. Left out: the default sender.
         */
        sender?: string
        /**
         * The text of the message.
         */
        body: string
        sendingTimePolicy?: SendingTimePolicy
      }
    }
  }
  /**
   * Messages that follow the main one.
   *
   * Items: A message that follows the main one.
   */
  reminders?: {
    /**
     * Your own reference for the message, returned with its status. Keep codes and personal data out of it.
     */
    sendersReference?: string
    /**
     * An http or https address that is asked when the message is due; the message is sent unless the answer is `{"sendNotification": false}`.
     */
    conditionEndpoint?: string
    /**
     * Days of 24 hours after the main message. Give this or `requestedSendTime`.
     */
    delayDays?: number
    /**
     * When the reminder is sent. Give this or `delayDays`.
     */
    requestedSendTime?: string
    /**
     * Who receives the message: exactly one kind of recipient.
     */
    recipient: {
      /**
       * An e-mail address that the sender knows.
       */
      recipientEmail?: {
        /**
         * The recipient's e-mail address: exactly one.
         */
        emailAddress: string
        /**
         * The text of the e-mail and its sender. Left out, its policy is `Anytime`.
         */
        emailSettings: {
          /**
           * The subject line. Short ones are more likely to be delivered.
           */
          subject: string
          /**
           * The text of the e-mail, plain or HTML as `contentType` says.
           */
          body: string
          /**
           * The address shown as sender. Left out: the default sender.
           */
          senderEmailAddress?: string
          contentType?: EmailContentType
          sendingTimePolicy?: SendingTimePolicy
        }
      }
      /**
       * A telephone number that the sender knows.
       */
      recipientSms?: {
        /**
         * The recipient's number in international form with its country code: `+` or `00` first, spaces allowed.
         */
        phoneNumber: string
        /**
         * The text of the SMS and its sender. Left out, its policy is `Daytime`.
         */
        smsSettings: {
          /**
           * The name or number shown as sender, at most 11 letters and digits. Left out: the default sender.
           */
          sender?: string
          /**
           * The text of the message.
           */
          body: string
          sendingTimePolicy?: SendingTimePolicy
        }
      }
      /**
       * A person, whose address is looked up.
       */
      recipientPerson?: {
        /**
         * The 11 digits of a national identity number or D-number.
         */
        nationalIdentityNumber: string
        /**
         * Whether to send even if the person has declined electronic communication.
         */
        ignoreReservation?: boolean
        /**
         * Whether to use addresses that have not been confirmed for 18 months.
         */
        useStaleContactInformation?: boolean
        channelSchema: NotificationChannel
        /**
         * The resource that the message is about, as a URN.
         */
        resourceId?: string
        /**
         * The right to the resource that a recipient needs. Left out: `read`.
         */
        resourceAction?: string
        /**
         * The text of the e-mail and its sender. Left out, its policy is `Anytime`.
         */
        emailSettings?: {
          /**
           * The subject line. Short ones are more likely to be delivered.
           */
          subject: string
          /**
           * The text of the e-mail, plain or HTML as `contentType` says.
           */
          body: string
          /**
           * The address shown as sender. Left out: the default sender.
           */
          senderEmailAddress?: string
          contentType?: EmailContentType
          sendingTimePolicy?: SendingTimePolicy
        }
        /**
         * The text of the SMS and its sender. Left out, its policy is `Daytime`.
         */
        smsSettings?: {
          /**
           * The name or number shown as sender, at most 11 letters and digits. Left out: the default sender.
           */
          sender?: string
          /**
           * The text of the message.
           */
          body: string
          sendingTimePolicy?: SendingTimePolicy
        }
      }
      /**
       * An organisation, whose addresses are looked up.
       */
      recipientOrganization?: {
        /**
         * The 9 digits of an organisation number.
         */
        orgNumber: string
        channelSchema: NotificationChannel
        /**
         * The resource that the message is about, as a URN.
         */
        resourceId?: string
        /**
         * The right to the resource that a recipient needs. Left out: `read`.
         */
        resourceAction?: string
        /**
         * The text of the e-mail and its sender. Left out, its policy is `Anytime`.
         */
        emailSettings?: {
          /**
           * The subject line. Short ones are more likely to be delivered.
           */
          subject: string
          /**
           * The text of the e-mail, plain or HTML as `contentType` says.
           */
          body: string
          /**
           * The address shown as sender. Left out: the default sender.
           */
          senderEmailAddress?: string
          contentType?: EmailContentType
          sendingTimePolicy?: SendingTimePolicy
        }
        /**
         * The text of the SMS and its sender. Left out, its policy is `Daytime`.
         */
        smsSettings?: {
          /**
           * The name or number shown as sender, at most 11 letters and digits. Left out: the default sender.
           */
          sender?: string
          /**
           * The text of the message.
           */
          body: string
          sendingTimePolicy?: SendingTimePolicy
        }
      }
      /**
       * A user without a national identity number, whose address is looked up.
       */
      recipientExternalIdentity?: {
        /**
         * A user who has logged in without a national identity number, as a URN.
         */
        externalIdentity: string
        channelSchema: NotificationChannel
        /**
         * The resource that the message is about, as a URN.
         */
        resourceId?: string
        /**
         * The right to the resource that a recipient needs. Left out: `read`.
         */
        resourceAction?: string
        /**
         * The text of the e-mail and its sender. Left out, its policy is `Anytime`.
         */
        emailSettings?: {
          /**
           * The subject line. Short ones are more likely to be delivered.
           */
          subject: string
          /**
           * The text of the e-mail, plain or HTML as `contentType` says.
           */
          body: string
          /**
           * The address shown as sender. Left out: the default sender.
           */
          senderEmailAddress?: string
          contentType?: EmailContentType
          sendingTimePolicy?: SendingTimePolicy
        }
        /**
         * The text of the SMS and its sender. Left out, its policy is `Daytime`.
         */
        smsSettings?: {
          /**
           * The name or number shown as sender, at most 11 letters and digits. Left out: the default sender.
           */
          sender?: string
          /**
           * The text of the message.
           */
          body: string
          sendingTimePolicy?: SendingTimePolicy
        }
      }
    }
  }[]
}
/**
 * One e-mail to several recipients, sent when it is due.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "EmailOrderRequest".
 */
export interface EmailOrderRequest {
  /**
   * Your own reference for the message, returned with its status. Keep codes and personal data out of it.
   */
  sendersReference?: string
  /**
   * When the message is sent, at the earliest. Left out: now.
   */
  requestedSendTime?: string
  /**
   * An http or https address that is asked when the message is due; the message is sent unless the answer is `{"sendNotification": false}`.
   */
  conditionEndpoint?: string
  /**
   * Who receives the message: 1 to 1000 recipients.
   *
   * Items: A person, an organisation, or an address in each channel.
   */
  recipients: {
    /**
     * An e-mail address.
     */
    emailAddress?: string
    /**
     * A mobile number with its country code: `+` or `00` first.
     */
    mobileNumber?: string
    /**
     * The 11 digits of the national identity number or D-number of a person, whose address is looked up.
     */
    nationalIdentityNumber?: string
    /**
     * The 9 digits of the number of an organisation, whose addresses are looked up.
     */
    organizationNumber?: string
  }[]
  /**
   * Whether to send even to persons who have declined electronic communication.
   */
  ignoreReservation?: boolean
  /**
   * The resource that the message is about.
   */
  resourceId?: string
  /**
   * The right to the resource that a recipient needs. Left out: `read`.
   */
  resourceAction?: string
  /**
   * The subject line. Short ones are more likely to be delivered.
   */
  subject: string
  /**
   * The text of the e-mail, plain or HTML as `contentType` says.
   */
  body: string
  contentType?: EmailContentType
}
/**
 * An accepted order to several recipients.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "ListedOrderAnswer".
 */
export interface ListedOrderAnswer {
  /**
   * The id of the order, which is also that of its shipment.
   */
  orderId: string
  /**
   * What looking the recipients up came to; left out where all are addresses, or a register does not answer.
   */
  recipientLookup?: {
    /**
     * Whether all, some or none of the persons and organisations can be reached.
     */
    status: 'Success' | 'PartialSuccess' | 'Failed'
    /**
     * National identity numbers of those who have declined electronic communication.
     */
    isReserved: string[]
    /**
     * Numbers of those who have no address in the channels of the order.
     */
    missingContact: string[]
  }
}
/**
 * One SMS to several recipients, sent in the day when it is due.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "SmsOrderRequest".
 */
export interface SmsOrderRequest {
  /**
   * Your own reference for the message, returned with its status. Keep codes and personal data out of it.
   */
  sendersReference?: string
  /**
   * When the message is sent, at the earliest. Left out: now.
   */
  requestedSendTime?: string
  /**
   * An http or https address that is asked when the message is due; the message is sent unless the answer is `{"sendNotification": false}`.
   */
  conditionEndpoint?: string
  /**
   * Who receives the message: 1 to 1000 recipients.
   *
   * Items: A person, an organisation, or an address in each channel.
   */
  recipients: {
    /**
     * An e-mail address.
     */
    emailAddress?: string
    /**
     * A mobile number with its country code: `+` or `00` first.
     */
    mobileNumber?: string
    /**
     * The 11 digits of the national identity number or D-number of a person, whose address is looked up.
     */
    nationalIdentityNumber?: string
    /**
     * The 9 digits of the number of an organisation, whose addresses are looked up.
     */
    organizationNumber?: string
  }[]
  /**
   * Whether to send even to persons who have declined electronic communication.
   */
  ignoreReservation?: boolean
  /**
   * The resource that the message is about.
   */
  resourceId?: string
  /**
   * The right to the resource that a recipient needs. Left out: `read`.
   */
  resourceAction?: string
  /**
   * The name or number shown as sender, at most 11 letters and digits. Left out: the default sender.
   */
  senderNumber?: string
  /**
   * The text of the message.
   */
  body: string
}
/**
 * The orders that have a reference.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "FoundOrders".
 */
export interface FoundOrders {
  /**
   * How many orders follow.
   */
  count: number
  orders: {
    /**
     * The id that was asked for, of the order or the shipment.
     */
    id: string
    sendersReference?: string
    /**
     * When it falls due.
     */
    requestedSendTime: string
    /**
     * The short name of the organisation that ordered it.
     */
    creator: string
    /**
     * When it was accepted.
     */
    created: string
    notificationChannel: NotificationChannel
    /**
     * Of persons.
     */
    ignoreReservation?: boolean
    resourceId?: string
    resourceAction?: string
    conditionEndpoint?: string
    links: {
      self: string
      status: string
    }
    /**
     * The recipients: one, unless it was ordered to several.
     */
    recipients: {
      emailAddress?: string
      mobileNumber?: string
      organizationNumber?: string
      nationalIdentityNumber?: string
      /**
       * The person has declined, and therefore gets no message.
       */
      isReserved?: true
    }[]
    /**
     * What the e-mail says; left out once the shipment has ended.
     */
    emailTemplate?: {
      fromAddress: string
      subject: string
      body: string
      contentType: EmailContentType
    }
    /**
     * What the SMS says; left out once the shipment has ended.
     */
    smsTemplate?: {
      senderNumber: string
      body: string
    }
  }[]
}
/**
 * One message to several recipients, in the channel that it names, sent when it is due.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "ListedOrderRequest".
 */
export interface ListedOrderRequest {
  notificationChannel: NotificationChannel
  /**
   * Your own reference for the message, returned with its status. Keep codes and personal data out of it.
   */
  sendersReference?: string
  /**
   * When the message is sent, at the earliest. Left out: now.
   */
  requestedSendTime?: string
  /**
   * An http or https address that is asked when the message is due; the message is sent unless the answer is `{"sendNotification": false}`.
   */
  conditionEndpoint?: string
  /**
   * Who receives the message: 1 to 1000 recipients.
   *
   * Items: A person, an organisation, or an address in each channel.
   */
  recipients: {
    /**
     * An e-mail address.
     */
    emailAddress?: string
    /**
     * A mobile number with its country code: `+` or `00` first.
     */
    mobileNumber?: string
    /**
     * The 11 digits of the national identity number or D-number of a person, whose address is looked up.
     */
    nationalIdentityNumber?: string
    /**
     * The 9 digits of the number of an organisation, whose addresses are looked up.
     */
    organizationNumber?: string
  }[]
  /**
   * Whether to send even to persons who have declined electronic communication.
   */
  ignoreReservation?: boolean
  /**
   * The resource that the message is about.
   */
  resourceId?: string
  /**
   * The right to the resource that a recipient needs. Left out: `read`.
   */
  resourceAction?: string
  /**
   * The text of the e-mail and its sender. Needed where the channel may be e-mail.
   */
  emailTemplate?: {
    /**
     * The address shown as sender. Left out: the default sender.
     */
    fromAddress?: string
    /**
     * The subject line. Short ones are more likely to be delivered.
     */
    subject: string
    /**
     * The text of the e-mail, plain or HTML as `contentType` says.
     */
    body: string
    contentType?: EmailContentType
  }
  /**
   * The text of the SMS and its sender. Needed where the channel may be SMS.
   */
  smsTemplate?: {
    /**
     * The name or number shown as sender, at most 11 letters and digits. Left out: the default sender.
     */
    senderNumber?: string
    /**
     * The text of the message.
     */
    body: string
  }
}
/**
 * What was ordered: one shipment of an order.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "FollowedOrder".
 */
export interface FollowedOrder {
  /**
   * The id that was asked for, of the order or the shipment.
   */
  id: string
  sendersReference?: string
  /**
   * When it falls due.
   */
  requestedSendTime: string
  /**
   * The short name of the organisation that ordered it.
   */
  creator: string
  /**
   * When it was accepted.
   */
  created: string
  notificationChannel: NotificationChannel
  /**
   * Of persons.
   */
  ignoreReservation?: boolean
  resourceId?: string
  resourceAction?: string
  conditionEndpoint?: string
  links: {
    self: string
    status: string
  }
  /**
   * The recipients: one, unless it was ordered to several.
   */
  recipients: {
    emailAddress?: string
    mobileNumber?: string
    organizationNumber?: string
    nationalIdentityNumber?: string
    /**
     * The person has declined, and therefore gets no message.
     */
    isReserved?: true
  }[]
  /**
   * What the e-mail says; left out once the shipment has ended.
   */
  emailTemplate?: {
    fromAddress: string
    subject: string
    body: string
    contentType: EmailContentType
  }
  /**
   * What the SMS says; left out once the shipment has ended.
   */
  smsTemplate?: {
    senderNumber: string
    body: string
  }
}
/**
 * The progress of one shipment of an order.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "OrderStatus".
 */
export interface OrderStatus {
  /**
   * The id that was asked for, of the order or the shipment.
   */
  id: string
  sendersReference?: string
  /**
   * When it falls due.
   */
  requestedSendTime: string
  /**
   * The short name of the organisation that ordered it.
   */
  creator: string
  /**
   * When it was accepted.
   */
  created: string
  notificationChannel: NotificationChannel
  /**
   * Of persons.
   */
  ignoreReservation?: boolean
  resourceId?: string
  resourceAction?: string
  conditionEndpoint?: string
  links: {
    self: string
    status: string
  }
  /**
   * Its progress.
   */
  processingStatus: {
    /**
     * `Completed` as soon as its messages exist; the shipment has their status.
     */
    status: 'Registered' | 'Processing' | 'Completed' | 'SendConditionNotMet' | 'Cancelled'
    description: string
    /**
     * When the status last changed.
     */
    lastUpdate: string
  }
  /**
   * Its messages by channel; none until it is due.
   */
  notificationsStatusSummary: {
    email?: {
      links: {
        self: string
      }
      /**
       * How many messages there are.
       */
      generated: number
      /**
       * How many of them a provider has accepted or delivered.
       */
      succeeded: number
    }
    sms?: {
      links: {
        self: string
      }
      /**
       * How many messages there are.
       */
      generated: number
      /**
       * How many of them a provider has accepted or delivered.
       */
      succeeded: number
    }
  }
}
/**
 * The messages of one shipment in one channel.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "OrderNotifications".
 */
export interface OrderNotifications {
  orderId: string
  sendersReference?: string
  generated: number
  succeeded: number
  notifications: {
    /**
     * The id of the message; that of the order’s first is the order’s.
     */
    id: string
    /**
     * Whether a provider has accepted or delivered it.
     */
    succeeded: boolean
    recipient: {
      emailAddress?: string
      mobileNumber?: string
      organizationNumber?: string
      nationalIdentityNumber?: string
      /**
       * The person has declined, and therefore gets no message.
       */
      isReserved?: true
    }
    sendStatus: {
      /**
       * As Altinn’s first version names it: without the channel, `Failed` for `Failed_TTL`.
       */
      status: string
      description: string
      /**
       * When the status last changed.
       */
      lastUpdate: string
    }
  }[]
}
/**
 * A cancelled shipment of an order.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "CancelledOrder".
 */
export interface CancelledOrder {
  /**
   * The id that was asked for, of the order or the shipment.
   */
  id: string
  sendersReference?: string
  /**
   * When it falls due.
   */
  requestedSendTime: string
  /**
   * The short name of the organisation that ordered it.
   */
  creator: string
  /**
   * When it was accepted.
   */
  created: string
  notificationChannel: NotificationChannel
  /**
   * Of persons.
   */
  ignoreReservation?: boolean
  resourceId?: string
  resourceAction?: string
  conditionEndpoint?: string
  links: {
    self: string
    status: string
  }
  /**
   * The recipients: one, unless it was ordered to several.
   */
  recipients: {
    emailAddress?: string
    mobileNumber?: string
    organizationNumber?: string
    nationalIdentityNumber?: string
    /**
     * The person has declined, and therefore gets no message.
     */
    isReserved?: true
  }[]
  /**
   * What the e-mail says; left out once the shipment has ended.
   */
  emailTemplate?: {
    fromAddress: string
    subject: string
    body: string
    contentType: EmailContentType
  }
  /**
   * What the SMS says; left out once the shipment has ended.
   */
  smsTemplate?: {
    senderNumber: string
    body: string
  }
  /**
   * Its progress.
   */
  processingStatus: {
    /**
     * `Completed` as soon as its messages exist; the shipment has their status.
     */
    status: 'Registered' | 'Processing' | 'Completed' | 'SendConditionNotMet' | 'Cancelled'
    description: string
    /**
     * When the status last changed.
     */
    lastUpdate: string
  }
}
/**
 * A shipment and its status.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "ShipmentManifest".
 */
export interface ShipmentManifest {
  shipmentId: string
  sendersReference?: string
  type: ShipmentType
  /**
   * For an order or a reminder, the order’s status (`Order_…`); for an instant message, that of its delivery.
   */
  status: string
  /**
   * When the status last changed.
   */
  lastUpdate: string
  /**
   * Each message: one for an instant order; none for another order until it is due.
   */
  recipients: {
    type: 'SMS' | 'Email'
    /**
     * The number in E.164 form, or the address; empty if none was found or the recipient has declined.
     */
    destination: string
    /**
     * The delivery’s status: see the table of statuses.
     */
    status: string
    /**
     * When that last changed.
     */
    lastUpdate: string
    /**
     * The SMS went to the embedded inbox: its number is not on the allow list of the test environment.
     */
    simulated?: true
    /**
     * The number of attempts, if more than one.
     */
    attempts?: number
    /**
     * A provider may have the message already and has not confirmed it; that provider is asked first.
     */
    uncertain?: true
    /**
     * Why the service did not send it: SMS may not go to its country, or mail to the address has come back.
     */
    reason?: 'destination-not-allowed' | 'suppressed'
  }[]
}
/**
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "Webhooks".
 */
export interface Webhooks {
  items: Webhook[]
  next: null
}
/**
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "Webhook".
 */
export interface Webhook {
  id: string
  /**
   * Left out where it cannot be read.
   */
  url?: string
  state: 'enabled' | 'disabled'
  /**
   * Its owner turned it off, it answered 410, it failed for almost three days, or what is stored of it cannot be read: then delete it and make it anew.
   */
  disabledReason?: 'by-owner' | 'gone' | 'failing' | 'unreadable'
  /**
   * Left out where it cannot be read.
   */
  createdAt?: string
  /**
   * The last number of the feed that has been taken up.
   */
  sequenceNumber: number
  /**
   * Deliveries that have not been received.
   */
  waiting: number
}
/**
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "NewWebhook".
 */
export interface NewWebhook {
  /**
   * Where deliveries are posted: https, on the public internet.
   */
  url: string
}
/**
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "WebhookWithSecret".
 */
export interface WebhookWithSecret {
  id: string
  /**
   * Left out where it cannot be read.
   */
  url?: string
  state: 'enabled' | 'disabled'
  /**
   * Its owner turned it off, it answered 410, it failed for almost three days, or what is stored of it cannot be read: then delete it and make it anew.
   */
  disabledReason?: 'by-owner' | 'gone' | 'failing' | 'unreadable'
  /**
   * Left out where it cannot be read.
   */
  createdAt?: string
  /**
   * The last number of the feed that has been taken up.
   */
  sequenceNumber: number
  /**
   * Deliveries that have not been received.
   */
  waiting: number
  /**
   * Signs each delivery (Standard Webhooks). It is not shown again.
   */
  secret: string
}
/**
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "WebhookChanges".
 */
export interface WebhookChanges {
  /**
   * Where deliveries are posted: https, on the public internet.
   */
  url?: string
  state?: 'enabled' | 'disabled'
}
/**
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "WebhookSecret".
 */
export interface WebhookSecret {
  secret: string
}
/**
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "WebhookReplay".
 */
export interface WebhookReplay {
  /**
   * Everything beyond this number of the feed is delivered again.
   */
  after: number
}
/**
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "WebhookAttempts".
 */
export interface WebhookAttempts {
  items: {
    webhookId: string
    at: string
    outcome: 'received' | 'refused' | 'no-answer' | 'timeout'
    /**
     * The receiver’s status, where it answered.
     */
    status?: number
    durationMs: number
  }[]
  next: null
}
/**
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "Fences".
 */
export interface Fences {
  items: {
    fence: 'perMinute' | 'perDay' | 'perRecipient' | 'smsCountries'
    /**
     * How many messages it lets pass in its window.
     */
    messages?: number
    /**
     * The window.
     */
    seconds?: number
    /**
     * Messages in the window now; not told per recipient.
     */
    used?: number
    /**
     * The calling codes that SMS may go to.
     */
    countries?: string[]
    /**
     * Requests that it has refused since it last began to.
     */
    refused: number
    /**
     * When it began to refuse.
     */
    since?: string
    /**
     * When it last refused one.
     */
    latest?: string
  }[]
  next: null
}
/**
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "Suppressions".
 */
export interface Suppressions {
  items: Suppression[]
  next: null
}
/**
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "Suppression".
 */
export interface Suppression {
  /**
   * A keyed hash of the address.
   */
  id: string
  reason: 'hard-bounce' | 'complaint' | 'operator'
  since: string
  /**
   * When the address may be mailed again.
   */
  until: string
}
/**
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "SuppressionSearch".
 */
export interface SuppressionSearch {
  emailAddress: string
}
/**
 * The correspondences that were found, the latest publication first.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "CorrespondenceIds".
 */
export interface CorrespondenceIds {
  ids: string[]
}
/**
 * A message to one or more recipients, with its notification.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "CorrespondenceRequest".
 */
export interface CorrespondenceRequest {
  /**
   * The message.
   */
  correspondence: {
    /**
     * The resource that the message belongs to.
     */
    resourceId?: string
    /**
     * @deprecated
     * Not used: the sender is the caller.
     */
    sender?: string
    /**
     * Your own reference for the message, returned with its status. Keep codes and personal data out of it.
     */
    sendersReference?: string
    /**
     * The sender's name as the recipient sees it; fills in `$sendersName$`.
     */
    messageSender?: string
    /**
     * What the message says.
     */
    content?: {
      /**
       * The language: `nb`, `nn` or `en`. Left out: `nb`.
       */
      language?: string
      /**
       * The title of the message, in plain text: 1 to 255 characters.
       */
      messageTitle?: string
      /**
       * A summary, in plain text: 255 characters at most.
       */
      messageSummary?: string
      /**
       * The message itself, in Markdown: 1 to 30,000 characters.
       */
      messageBody?: string
      /**
       * Its attachments: 100 at most.
       *
       * Items: An attachment: the file of this name in the form, or a reference.
       */
      attachments?: {
        /**
         * The name of its file.
         */
        fileName?: string
        /**
         * Its name as the recipient sees it.
         */
        displayName?: string
        /**
         * Your own reference for it.
         */
        sendersReference?: string
        /**
         * The MD5 checksum of its file: 32 hexadecimal digits in lower case. Left out: any.
         */
        checksum?: string
        /**
         * Whether its file is encrypted.
         */
        isEncrypted?: boolean
      }[]
    }
    /**
     * When the message is published. Left out, or past: now.
     */
    requestedPublishTime?: string
    /**
     * Until when the recipient is to answer.
     */
    dueDateTime?: string
    /**
     * References to related things elsewhere: 10 at most.
     */
    externalReferences?: {
      /**
       * The value of the reference.
       */
      referenceType:
        | 'Generic'
        | 'AltinnAppInstance'
        | 'AltinnBrokerFileTransfer'
        | 'DialogportenDialogId'
        | 'DialogportenProcessId'
        | 'DialogportenTransmissionId'
        | 'DialogportenTransmissionType'
        | 'DialogportenDialogStatus'
        | 'DialogportenDialogExtendedStatus'
      referenceValue: string
    }[]
    /**
     * Properties of your own: 10 at most, names of 50 and values of 300 characters.
     */
    propertyList?: {
      [k: string]: string
    }
    /**
     * Where the recipient can reply.
     *
     * Items: An address to reply at.
     */
    replyOptions?: {
      /**
       * An `https` address of 255 characters at most.
       */
      linkURL: string
      /**
       * The text of the link.
       */
      linkText?: string
    }[]
    /**
     * Whether to send even if the person has declined electronic communication.
     */
    ignoreReservation?: boolean
    /**
     * Whether the recipient must confirm it; needs `dueDateTime`.
     */
    isConfirmationNeeded?: boolean
    /**
     * Whether the message is confidential.
     */
    isConfidential?: boolean
    /**
     * Whether the recipient may forward it. Kept and shown; there is no forwarding here.
     */
    allowForwarding?: boolean
    notification?: Notification
  }
  /**
   * Who receives the message: 1 to 500.
   *
   * Items: An organisation (`0192:` or `urn:altinn:organization:identifier-no:` before 9 digits) or a person (11 digits).
   */
  recipients: string[]
  /**
   * The ids of attachments that were uploaded before.
   */
  existingAttachments?: string[] | {}
  /**
   * A UUID that is unique to this message, which then has one recipient.
   */
  idempotentKey?: string
}
/**
 * How the recipient of a message, and others, are notified of it.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "Notification".
 */
export interface Notification {
  notificationTemplate?: NotificationTemplate
  notificationChannel?: NotificationChannel
  /**
   * The subject of the e-mail.
   */
  emailSubject?: string
  /**
   * The text of the e-mail.
   */
  emailBody?: string
  emailContentType?: EmailContentType
  /**
   * The text of the SMS.
   */
  smsBody?: string
  /**
   * Whether to send a reminder if the message is not read within 7 days (1 day in test).
   */
  sendReminder?: boolean
  reminderNotificationChannel?: NotificationChannel
  /**
   * The subject of the reminder's e-mail. Not taken over from `emailSubject`.
   */
  reminderEmailSubject?: string
  /**
   * The text of the reminder's e-mail. Not taken over from `emailBody`.
   */
  reminderEmailBody?: string
  reminderEmailContentType?: EmailContentType
  /**
   * The text of the reminder's SMS. Not taken over from `smsBody`.
   */
  reminderSmsBody?: string
  /**
   * Has no effect: a notification follows the publication of its message.
   */
  requestedSendTime?: string
  /**
   * Others to notify, in addition to the recipient of the message.
   *
   * Items: Someone to notify: exactly one of the four identifiers.
   */
  customRecipients?: {
    /**
     * An organisation number: 9 digits, or `0192:` or a URN before them.
     */
    organizationNumber?: string
    /**
     * The 11 digits of a national identity number or D-number.
     */
    nationalIdentityNumber?: string
    /**
     * A mobile number with its country code: `+` or `00` first. Eight digits that begin with 4 or 9 are Norwegian.
     */
    mobileNumber?: string
    /**
     * An e-mail address.
     */
    emailAddress?: string
  }[]
  /**
   * @deprecated
   * Someone to notify: exactly one of the four identifiers.
   */
  customRecipient?: {
    /**
     * An organisation number: 9 digits, or `0192:` or a URN before them.
     */
    organizationNumber?: string
    /**
     * The 11 digits of a national identity number or D-number.
     */
    nationalIdentityNumber?: string
    /**
     * A mobile number with its country code: `+` or `00` first. Eight digits that begin with 4 or 9 are Norwegian.
     */
    mobileNumber?: string
    /**
     * An e-mail address.
     */
    emailAddress?: string
  }
  /**
   * @deprecated
   * Only the first element is used. Deprecated: use `customRecipients`.
   */
  customNotificationRecipients?: {
    /**
     * Not used, and required.
     */
    recipientToOverride: string
    /**
     * Items: Someone to notify: exactly one of the four identifiers.
     */
    recipients: {
      /**
       * An organisation number: 9 digits, or `0192:` or a URN before them.
       */
      organizationNumber?: string
      /**
       * The 11 digits of a national identity number or D-number.
       */
      nationalIdentityNumber?: string
      /**
       * A mobile number with its country code: `+` or `00` first. Eight digits that begin with 4 or 9 are Norwegian.
       */
      mobileNumber?: string
      /**
       * An e-mail address.
       */
      emailAddress?: string
    }[]
  }[]
  /**
   * Whether only the custom recipients are notified. Left out: `false`.
   */
  overrideRegisteredContactInformation?: boolean
}
/**
 * One correspondence for each recipient.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "InitializedCorrespondences".
 */
export interface InitializedCorrespondences {
  correspondences: {
    correspondenceId: string
    status: CorrespondenceStatus
    /**
     * The recipient as a URN.
     */
    recipient: string
    /**
     * Always null: orders are placed when the message is published.
     */
    notifications: null
  }[]
  /**
   * First the existing ones, then those that came with the message.
   */
  attachmentIds: string[]
}
/**
 * A correspondence as its sender or recipient sees it.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "CorrespondenceOverview".
 */
export interface CorrespondenceOverview {
  correspondenceId: string
  resourceId: string
  /**
   * The sender’s number as `0192:991825827`; its short name where its number is not known.
   */
  sender: string
  sendersReference: string
  /**
   * Blank where the request had none.
   */
  messageSender: string
  /**
   * The recipient as a URN.
   */
  recipient: string
  /**
   * What the message says; null once it is purged. The texts are blank for the sender once it is published.
   */
  content: {
    language: string
    messageTitle: string
    messageSummary: string
    messageBody: string
    attachments: {
      id: string
      fileName: string
      name: string
      displayName: string
      isEncrypted: boolean
      /**
       * The MD5 of its file; empty where neither is known.
       */
      checksum: string
      sendersReference: string
      /**
       * The media type, by the ending of the name.
       */
      dataType: string
      dataLocationType: string
      status: 'Initialized' | 'UploadProcessing' | 'Published' | 'Purged' | 'Failed'
      statusText: string
      /**
       * When the status was reached.
       */
      statusChanged: string
      /**
       * When it was initialised.
       */
      created: string
      /**
       * Until when it is kept.
       */
      expirationTime: string
    }[]
  } | null
  /**
   * When it was initialised.
   */
  created: string
  /**
   * As the request had it; when it was initialised where it had none.
   */
  requestedPublishTime: string
  published: string | null
  read: string | null
  dueDateTime: string | null
  status: CorrespondenceStatus
  statusText: string
  /**
   * When the status was reached.
   */
  statusChanged: string
  externalReferences: {
    referenceType: string
    referenceValue: string
  }[]
  propertyList: {
    [k: string]: string
  }
  replyOptions: {
    linkURL: string
    linkText?: string
  }[]
  ignoreReservation: boolean
  isConfirmationNeeded: boolean
  isConfidential: boolean
  /**
   * As the request had it.
   */
  allowForwarding: boolean
  /**
   * The orders of its notifications; without an id until they are placed.
   */
  notifications: {
    notificationOrderId: string | null
    isReminder: boolean
  }[]
}
/**
 * A correspondence with its history and its notifications.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "CorrespondenceDetails".
 */
export interface CorrespondenceDetails {
  correspondenceId: string
  resourceId: string
  /**
   * The sender’s number as `0192:991825827`; its short name where its number is not known.
   */
  sender: string
  sendersReference: string
  /**
   * Blank where the request had none.
   */
  messageSender: string
  /**
   * The recipient as a URN.
   */
  recipient: string
  /**
   * What the message says; null once it is purged. The texts are blank for the sender once it is published.
   */
  content: {
    language: string
    messageTitle: string
    messageSummary: string
    messageBody: string
    attachments: {
      id: string
      fileName: string
      name: string
      displayName: string
      isEncrypted: boolean
      /**
       * The MD5 of its file; empty where neither is known.
       */
      checksum: string
      sendersReference: string
      /**
       * The media type, by the ending of the name.
       */
      dataType: string
      dataLocationType: string
      status: 'Initialized' | 'UploadProcessing' | 'Published' | 'Purged' | 'Failed'
      statusText: string
      /**
       * When the status was reached.
       */
      statusChanged: string
      /**
       * When it was initialised.
       */
      created: string
      /**
       * Until when it is kept.
       */
      expirationTime: string
    }[]
  } | null
  /**
   * When it was initialised.
   */
  created: string
  /**
   * As the request had it; when it was initialised where it had none.
   */
  requestedPublishTime: string
  published: string | null
  read: string | null
  dueDateTime: string | null
  status: CorrespondenceStatus
  statusText: string
  /**
   * When the status was reached.
   */
  statusChanged: string
  externalReferences: {
    referenceType: string
    referenceValue: string
  }[]
  propertyList: {
    [k: string]: string
  }
  replyOptions: {
    linkURL: string
    linkText?: string
  }[]
  ignoreReservation: boolean
  isConfirmationNeeded: boolean
  isConfidential: boolean
  /**
   * As the request had it.
   */
  allowForwarding: boolean
  statusHistory: {
    status:
      | 'Initialized'
      | 'ReadyForPublish'
      | 'Published'
      | 'Read'
      | 'Confirmed'
      | 'PurgedByRecipient'
      | 'PurgedByAltinn'
      | 'Reserved'
      | 'Failed'
      | 'AttachmentsDownloaded'
      | 'Fetched'
    statusText: string
    /**
     * When it was reached.
     */
    statusChanged: string
  }[]
  notifications: {
    /**
     * The shipment.
     */
    id: string
    notificationOrderId: string
    /**
     * `corr-` and the correspondence’s own reference.
     */
    sendersReference: string
    creator: string
    /**
     * When the correspondence was initialised.
     */
    created: string
    isReminder: boolean
    notificationChannel: NotificationChannel | null
    ignoreReservation: boolean
    resourceId: string
    /**
     * When it falls due, or fell due.
     */
    requestedSendTime: string
    processingStatus: {
      status: string
      description: null
      /**
       * When it last changed.
       */
      lastUpdate: string
    }
    /**
     * Its messages: the latest of each channel, then all of them.
     */
    notificationStatusDetails: {
      email: {
        /**
         * The id of the message; that of the shipment’s first is the shipment’s.
         */
        id: string
        succeeded: boolean
        /**
         * Its destination; only the sender sees it.
         */
        recipient: {
          emailAddress: string | null
          mobileNumber: string | null
          organizationNumber: null
          nationalIdentityNumber: null
          isReserved: null
        }
        sendStatus: {
          status: string
          description: null
          /**
           * When it last changed.
           */
          lastUpdate: string
        }
      } | null
      sms: {
        /**
         * The id of the message; that of the shipment’s first is the shipment’s.
         */
        id: string
        succeeded: boolean
        /**
         * Its destination; only the sender sees it.
         */
        recipient: {
          emailAddress: string | null
          mobileNumber: string | null
          organizationNumber: null
          nationalIdentityNumber: null
          isReserved: null
        }
        sendStatus: {
          status: string
          description: null
          /**
           * When it last changed.
           */
          lastUpdate: string
        }
      } | null
      emails:
        | {
            /**
             * The id of the message; that of the shipment’s first is the shipment’s.
             */
            id: string
            succeeded: boolean
            /**
             * Its destination; only the sender sees it.
             */
            recipient: {
              emailAddress: string | null
              mobileNumber: string | null
              organizationNumber: null
              nationalIdentityNumber: null
              isReserved: null
            }
            sendStatus: {
              status: string
              description: null
              /**
               * When it last changed.
               */
              lastUpdate: string
            }
          }[]
        | null
      smses:
        | {
            /**
             * The id of the message; that of the shipment’s first is the shipment’s.
             */
            id: string
            succeeded: boolean
            /**
             * Its destination; only the sender sees it.
             */
            recipient: {
              emailAddress: string | null
              mobileNumber: string | null
              organizationNumber: null
              nationalIdentityNumber: null
              isReserved: null
            }
            sendStatus: {
              status: string
              description: null
              /**
               * When it last changed.
               */
              lastUpdate: string
            }
          }[]
        | null
    }
    /**
     * Its status in one word, also if nothing was sent.
     */
    status:
      'planned' | 'waitingForWindow' | 'missingContact' | 'reserved' | 'sent' | 'delivered' | 'failed' | 'cancelled'
    /**
     * Its recipient, by the identifier that the sender gave; only the sender sees it.
     */
    recipient?: {
      organizationNumber?: string
      nationalIdentityNumber?: string
      emailAddress?: string
      mobileNumber?: string
      externalIdentity?: string
    }
  }[]
}
/**
 * An attachment, whose file is uploaded next.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "AttachmentRequest".
 */
export interface AttachmentRequest {
  /**
   * The resource that it belongs to.
   */
  resourceId: string
  /**
   * The name of its file.
   */
  fileName?: string
  /**
   * Its name as the recipient sees it.
   */
  displayName?: string
  /**
   * Your own reference for it.
   */
  sendersReference: string
  /**
   * The MD5 checksum of its file: 32 hexadecimal digits in lower case. Left out: any.
   */
  checksum?: string
  /**
   * Whether its file is encrypted.
   */
  isEncrypted?: boolean
}
/**
 * An attachment as its sender sees it.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "AttachmentOverview".
 */
export interface AttachmentOverview {
  attachmentId: string
  resourceId: string
  /**
   * The sender’s number as `0192:991825827`; its short name where that is not known.
   */
  sender: string
  fileName: string
  name: string
  displayName: string
  isEncrypted: boolean
  /**
   * The MD5 of its file; empty where neither is known.
   */
  checksum: string
  sendersReference: string
  /**
   * The media type, by the ending of the name.
   */
  dataType: string
  dataLocationType: string
  status: 'Initialized' | 'UploadProcessing' | 'Published' | 'Purged' | 'Failed'
  statusText: string
  /**
   * When the status was reached.
   */
  statusChanged: string
  /**
   * When it was initialised.
   */
  created: string
  /**
   * Until when it is kept.
   */
  expirationTime: string
  /**
   * Bytes of its file.
   */
  attachmentSize: number | null
  /**
   * The correspondences that have it.
   */
  correspondenceIds: string[]
}
/**
 * An attachment with its history.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "AttachmentDetails".
 */
export interface AttachmentDetails {
  attachmentId: string
  resourceId: string
  /**
   * The sender’s number as `0192:991825827`; its short name where that is not known.
   */
  sender: string
  fileName: string
  name: string
  displayName: string
  isEncrypted: boolean
  /**
   * The MD5 of its file; empty where neither is known.
   */
  checksum: string
  sendersReference: string
  /**
   * The media type, by the ending of the name.
   */
  dataType: string
  dataLocationType: string
  status: 'Initialized' | 'UploadProcessing' | 'Published' | 'Purged' | 'Failed'
  statusText: string
  /**
   * When the status was reached.
   */
  statusChanged: string
  /**
   * When it was initialised.
   */
  created: string
  /**
   * Until when it is kept.
   */
  expirationTime: string
  /**
   * Bytes of its file.
   */
  attachmentSize: number | null
  /**
   * The correspondences that have it.
   */
  correspondenceIds: string[]
  statusHistory: {
    status: 'Initialized' | 'UploadProcessing' | 'Published' | 'Purged' | 'Failed'
    statusText: string
    /**
     * When it was reached.
     */
    statusChanged: string
  }[]
}
/**
 * Why a request was refused.
 *
 * This interface was referenced by `Operations`'s JSON-Schema
 * via the `definition` "Problem".
 */
export interface Problem {
  /**
   * Names the kind of problem; stable.
   */
  type: string
  /**
   * The problem in words.
   */
  title: string
  /**
   * The HTTP status.
   */
  status: number
  /**
   * Altinn’s code for the problem, where Altinn has one; ours in lower case.
   */
  code?: string
  detail?: string
  /**
   * For a correspondence: Altinn’s number for the error.
   */
  errorCode?: number
  /**
   * Of a used idempotency key: the correspondences that it belongs to.
   */
  correspondenceIds?: string[]
  /**
   * Messages by member, in English, under the names that Altinn’s server gives them.
   */
  errors?: {
    [k: string]: string[]
  }
  /**
   * What the rules report: 100 findings at most. A repair of several findings stands with the first of them.
   */
  findings?: {
    /**
     * The rule.
     */
    code: string
    severity: 'error' | 'warning' | 'information' | 'hint'
    /**
     * A JSON Pointer to the member (RFC 6901).
     */
    pointer: string
    /**
     * What is wrong and how to fix it, in the language of Accept-Language.
     */
    message: string
    /**
     * Where the rule is explained.
     */
    page: string
    /**
     * Ways to fix it, by place and kind; never with text from the request.
     */
    repairs?: {
      /**
       * The kind of repair.
       */
      key: string
      /**
       * Whether it keeps the meaning of the request.
       */
      safety: 'safe' | 'suggested'
      changes: {
        kind: 'set' | 'insert' | 'remove' | 'rename' | 'hoist' | 'replace'
        /**
         * A JSON Pointer to what changes (RFC 6901).
         */
        pointer: string
        /**
         * The part of a text that changes, in UTF-16 units.
         */
        span?: {
          start: number
          end: number
        }
      }[]
    }[]
  }[]
  /**
   * There only where the findings above are not all.
   */
  more?: {
    /**
     * How many more findings there are.
     */
    findings: number
    /**
     * The same in words: `and 4 269 more`.
     */
    message: string
  }
  /**
   * The request’s id in the logs.
   */
  traceId: string
}

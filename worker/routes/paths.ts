/** Where Altinn's notification API lies. `spec/notifications.md` 0. */
export const API_PATH = '/notifications/api/v1'

/** Where an SMS gateway reports, in Altinn's place. `spec/notifications.md` 5.2. */
export const SMS_REPORTS_PATH = '/notifications/sms/api/v1/reports'

/** Where Event Grid reports of e-mail. The twin of the gateway's. */
export const EMAIL_REPORTS_PATH = '/notifications/email/api/v1/reports'

/** Where Twilio tells the status of an SMS. */
export const TWILIO_STATUS_PATH = '/notifications/sms/api/v1/twilio/status'

/** Where a shipment is read: its id follows. */
export const SHIPMENT_PATH = `${API_PATH}/future/shipment/`

/** Where an order is read: its id follows. */
export const ORDERS_PATH = `${API_PATH}/orders/`

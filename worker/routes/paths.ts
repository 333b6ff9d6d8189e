/** Where Altinn's notification API lies. `spec/notifications.md` 0. */
export const API_PATH = '/notifications/api/v1'

/** Where an SMS gateway reports, in Altinn's place. `spec/notifications.md` 5.2. */
export const SMS_REPORTS_PATH = '/notifications/sms/api/v1/reports'

/** Where a shipment is read: its id follows. */
export const SHIPMENT_PATH = `${API_PATH}/future/shipment/`

/** Where Altinn's notification API lies. `spec/notifications.md` 0. */
export const API_PATH = '/notifications/api/v1'

/** Where a shipment is read: its id follows. */
export const SHIPMENT_PATH = `${API_PATH}/future/shipment/`

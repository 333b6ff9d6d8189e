/** Where Altinn's notification API lies. docs/altinn/notifications.md §1. */
export const API_PATH = '/notifications/api/v1'

/** Where a shipment is read: its id follows. */
export const SHIPMENT_PATH = `${API_PATH}/future/shipment/`

/** Where an order is read: its id follows. */
export const ORDERS_PATH = `${API_PATH}/orders/`

/** The provider's name in `SMS_PROVIDERS`. */
export const TWILIO_PROVIDER = 'twilio'

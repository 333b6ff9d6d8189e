/** The provider's name in `SMS_PROVIDERS` and `EMAIL_PROVIDERS`. */
export const INBOX_PROVIDER = 'inbox'

/** The one inbox of a deployment. */
export const INBOX_NAME = 'inbox'

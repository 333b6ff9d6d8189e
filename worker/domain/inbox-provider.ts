/** The embedded provider's name in `SMS_PROVIDERS` and `EMAIL_PROVIDERS`. */
export const INBOX_PROVIDER = 'inbox'

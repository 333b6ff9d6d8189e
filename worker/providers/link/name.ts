/** The provider's name in `SMS_PROVIDERS`. */
export const LINK_PROVIDER = 'link'

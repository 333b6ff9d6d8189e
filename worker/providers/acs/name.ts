/** The provider's name in `EMAIL_PROVIDERS`. */
export const ACS_PROVIDER = 'acs'

/** The provider's name in `EMAIL_PROVIDERS`. */
export const CLOUDFLARE_PROVIDER = 'cloudflare'

// `npm run generate` adds and removes lines here, from the folders beside it. To change the order, move a line.
import { acs } from './acs/acs-provider.ts'
import { cloudflareEmail } from './cloudflare-email/cloudflare-provider.ts'
import { inbox } from './inbox/inbox-provider.ts'
import { link } from './link/link-provider.ts'
import type { ProviderDeclaration } from './provider.ts'
import { smtp } from './smtp/smtp-provider.ts'
import { twilio } from './twilio/twilio-provider.ts'

/** The providers there are, in the order of the documentation. */
// biome-ignore format: one name a line
export const PROVIDERS: readonly ProviderDeclaration[] = [
  inbox,
  link,
  twilio,
  smtp,
  acs,
  cloudflareEmail,
]

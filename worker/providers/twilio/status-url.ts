import { TWILIO_STATUS_PATH } from '../../routes/paths.ts'

/** Whose message a status is told of. */
export type Addressee = { readonly organization: string; readonly reference: string }

/**
 * The address that Twilio tells a message's statuses to. It names the message in our own words, and Twilio's signature
 * covers it, so nothing has to be remembered to know whose a status is.
 */
export const statusUrl = (publicUrl: string, { organization, reference }: Addressee): string =>
  `${publicUrl}${TWILIO_STATUS_PATH}?${new URLSearchParams({ organization, reference })}`

/** Reads the address that a status was told to. */
export function readStatusUrl({ searchParams }: URL): Addressee | undefined {
  const [organization, reference] = [searchParams.get('organization'), searchParams.get('reference')]
  return organization && reference ? { organization, reference } : undefined
}

/** Where Twilio tells the status of an SMS. */
export const TWILIO_STATUS_PATH = '/notifications/sms/api/v1/twilio/status'

/** UTF-16 units of an organisation’s name and of a reference that we wrote ourselves. */
const PART_MAX_UNITS = 255

/** Whose message a status is told of. */
type Addressee = { readonly organization: string; readonly reference: string }

/**
 * The address that Twilio tells a message's statuses to. It names the message in our own words, and Twilio's signature
 * covers it, so nothing has to be remembered to know whose a status is.
 */
export const statusUrl = (publicUrl: string, { organization, reference }: Addressee): string =>
  `${publicUrl}${TWILIO_STATUS_PATH}?${new URLSearchParams({ organization, reference })}`

/** Reads the address that a status was told to. */
export function readStatusUrl({ searchParams }: URL): Addressee | undefined {
  const [organization, reference] = [searchParams.get('organization'), searchParams.get('reference')]
  const isShort = [organization, reference].every((part) => (part ?? '').length <= PART_MAX_UNITS)
  return organization && reference && isShort ? { organization, reference } : undefined
}

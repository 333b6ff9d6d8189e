/** Numbers that stand in for senders of letters, where a country's networks let none through. */
export type SmsSenders = {
  /** The digits that the numbers concerned begin with: a country's code, or more. */
  readonly prefix: string
  /** The number that an organisation sends from there, by its short name. */
  readonly byOrganization: ReadonlyMap<string, string>
  /** The number of all others; left out, they send as they are called. */
  readonly all: string | undefined
}

const NUMBER = /^\+?\d+$/

/**
 * The sender of an SMS as the recipient's country takes it: a name of letters becomes the organisation's number there. A
 * sender that is a number stays. docs/altinn/notifications.md §9.1.
 *
 * @param senders of all countries, the longest prefix first
 * @param to the recipient's number in E.164
 */
export function smsSenderFor(senders: readonly SmsSenders[], organization: string, to: string, from: string): string {
  if (senders.length === 0 || NUMBER.test(from)) return from
  for (const { prefix, byOrganization, all } of senders) {
    const number = to.startsWith(`+${prefix}`) ? (byOrganization.get(organization) ?? all) : undefined
    if (number !== undefined) return number
  }
  return from
}

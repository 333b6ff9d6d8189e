import type { Path } from '../finding.ts'
import type { Keyword } from '../text/keywords.ts'
import { directAddresses } from './custom-recipient.ts'
import { memberPath, type ReadDocument, type Written } from './document.ts'
import { listedBy } from './listed-order.ts'
import type { ReadObject } from './read-object.ts'

/** The keywords that are filled in from the party whose address is looked up; a direct address names no party. */
const OF_THE_PARTY: ReadonlySet<string> = new Set(['recipientName', 'recipientNumber'])

/** Whether a keyword is filled in from the party whose address is looked up. */
export const isOfTheParty = (name: string): boolean => OF_THE_PARTY.has(name)

/** The direct addresses that receive a text: telephone numbers and e-mail addresses that name no party. */
export function directAddressesOf(text: Written, document: ReadDocument): readonly Path[] {
  const holder: ReadObject | undefined = text.within
  if (holder?.role === 'recipient-email') return [memberPath(holder, 'emailAddress')]
  if (holder?.role === 'recipient-sms') return [memberPath(holder, 'phoneNumber')]
  if (holder?.role === 'listed-order') return listedBy(document, ['emailAddress', 'mobileNumber'])
  const view = document.notifications.find(({ object }) => object === holder)
  return view ? directAddresses(view).map(({ path }) => path) : []
}

/** The keywords that are filled in where a text goes: one of the party is refused where no party is named. */
export function keywordsFilledIn(text: Written, document: ReadDocument, known: readonly Keyword[]): readonly string[] {
  const names = known.map(({ name }) => name)
  return directAddressesOf(text, document).length > 0 ? names.filter((name) => !isOfTheParty(name)) : names
}

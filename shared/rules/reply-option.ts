import { MESSAGE_MAX_UNITS } from '../limits.ts'
import { memberPath } from '../reading/document.ts'
import { defineRule, type RulePage } from '../rule.ts'
import { correspondenceExample } from './examples.ts'

/** Altinn's number for an address that nobody can reply at. */
const ALTINN_CODE = 1035

const MOST = MESSAGE_MAX_UNITS.linkURL

const ADDRESS = /^https:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/i

const isGood = (address: string): boolean => address.length <= MOST && ADDRESS.test(address)

const withOption = (linkURL: string) => correspondenceExample({ correspondence: { replyOptions: [{ linkURL }] } })

/** What the rule's page says and shows. */
export const replyOptionPage: RulePage = {
  summary: {
    en: 'Let the recipient reply at an `https` address of 255 characters at most.',
    nb: 'La mottakeren svare på en `https`-adresse på høyst 255 tegn.',
    nn: 'La mottakaren svare på ei `https`-adresse på høgst 255 teikn.',
  },
  why: {
    en: 'A reply is nobody else’s to read. A message with another address is refused.',
    nb: 'Et svar skal ikke kunne leses av andre. En melding med en annen adresse blir avvist.',
    nn: 'Eit svar skal ikkje kunne lesast av andre. Ei melding med ei anna adresse blir avvist.',
  },
  examples: () => ({
    good: [withOption('https://example.com/reply')],
    bad: [withOption('http://example.com/reply'), withOption('example.com'), withOption('')],
  }),
}

export const replyOption = defineRule({
  code: 'reply-option',
  severity: 'error',
  purposes: ['correspondence'],
  looksAt: ['reply-option'],
  sentences: {
    refused: {
      en: '`{name}` must be an `https` address of {most} characters at most.',
      nb: '`{name}` må være en `https`-adresse på høyst {most} tegn.',
      nn: '`{name}` må vere ei `https`-adresse på høgst {most} teikn.',
    },
  },
  *check({ objects }) {
    for (const object of objects) {
      const { linkURL } = object.members
      if (object.role !== 'reply-option' || typeof linkURL !== 'string' || isGood(linkURL)) continue
      const path = memberPath(object, 'linkURL')
      yield { sentence: 'refused', path, data: { name: 'linkURL', most: MOST }, altinnCode: ALTINN_CODE }
    }
  },
})

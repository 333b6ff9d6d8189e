import { MESSAGE_MAX_UNITS } from '../limits.ts'
import { memberPath } from '../reading/document.ts'
import { tellerOf } from '../reading/overlong.ts'
import { defineRule, type RulePage } from '../rule.ts'
import { correspondenceExample } from './examples.ts'

/** Altinn's number for an address that cannot be replied to. */
const ALTINN_CODE = 1035

const MOST = MESSAGE_MAX_UNITS.linkURL

const ADDRESS = /^https:\/\/[^\s/?#@]+(?:[/?#]\S*)?$/i

const withOption = (linkURL: string) => correspondenceExample({ correspondence: { replyOptions: [{ linkURL }] } })

/** What the rule's page says and shows. */
export const replyOptionPage: RulePage = {
  summary: {
    en: 'Let the recipient reply at an `https` address of 255 characters at most.',
    nb: 'La mottakeren svare på en `https`-adresse på høyst 255 tegn.',
    nn: 'La mottakaren svare på ei `https`-adresse på høgst 255 teikn.',
  },
  why: {
    en: 'No one else should read a reply. A message with any other address is refused.',
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
  looksAt: ['reply-option', 'overlong'],
  sentences: {
    refused: {
      en: '`{name}` must be an `https` address of {most} characters at most.',
      nb: '`{name}` må være en `https`-adresse på høyst {most} tegn.',
      nn: '`{name}` må vere ei `https`-adresse på høgst {most} teikn.',
    },
  },
  *check({ objects, overlong }) {
    const places = overlong.filter((value) => tellerOf(value) === 'reply-option').map(({ path }) => path)
    for (const object of objects) {
      const { linkURL } = object.members
      if (object.role === 'reply-option' && typeof linkURL === 'string' && !ADDRESS.test(linkURL))
        places.push(memberPath(object, 'linkURL'))
    }
    for (const path of places)
      yield { sentence: 'refused', path, data: { name: 'linkURL', most: MOST }, altinnCode: ALTINN_CODE }
  },
})

import { isExternalIdentity } from '../contact/external-identity.ts'
import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { orderExample } from './examples.ts'

const user = (externalIdentity: string) =>
  orderExample({
    recipient: {
      recipientExternalIdentity: {
        externalIdentity,
        channelSchema: 'Sms',
        smsSettings: { body: 'You have a letter.' },
      },
    },
  })

/** What the rule's page says and shows. */
export const externalIdentityPage: RulePage = {
  summary: {
    en: 'Name a user without a national identity number by the right URN.',
    nb: 'Angi en bruker uten fødselsnummer med riktig URN.',
    nn: 'Oppgi ein brukar utan fødselsnummer med rett URN.',
  },
  why: {
    en: 'The URN says in which register the user is looked up; another one is refused.',
    nb: 'URN-en sier i hvilket register brukeren slås opp. En annen blir avvist.',
    nn: 'URN-en seier i kva register brukaren blir slått opp. Ein annan blir avvist.',
  },
  examples: () => ({
    good: [
      user('urn:altinn:person:idporten-email:ola.nordmann@example.com'),
      user('urn:altinn:person:legacy-selfidentified:ola'),
      user('urn:altinn:party:username:ola'),
    ],
    bad: [user('ola.nordmann@example.com'), user('urn:altinn:person:idporten-email:ola'), user('')],
  }),
}

export const externalIdentity = defineRule({
  code: 'external-identity',
  severity: 'error',
  purposes: ['order'],
  roles: ['external-identity'],
  sentences: {
    malformed: {
      en: '`{name}` is not a known URN; write for example `urn:altinn:person:idporten-email:` and an e-mail address.',
      nb: '`{name}` er ikke en kjent URN. Skriv for eksempel `urn:altinn:person:idporten-email:` og en e-postadresse.',
      nn: '`{name}` er ikkje ein kjend URN. Skriv til dømes `urn:altinn:person:idporten-email:` og ei e-postadresse.',
    },
  },
  checkValue(identity, _subject, tell) {
    if (isExternalIdentity(identity.value)) return
    const { path } = identity
    tell({ sentence: 'malformed', path, data: { name: nameOf(path) } })
  },
})

import type { UnknownMember } from '../reading/document.ts'
import { meantMember } from '../reading/meant-member.ts'
import { type MemberHomes, memberHomes } from '../reading/member-homes.ts'
import { defineRule, type Report, type RulePage, suggested } from '../rule.ts'
import {
  correspondenceExample,
  instantEmailExample,
  instantSmsExample,
  notificationExample,
  orderExample,
} from './examples.ts'

type Sentence = 'unknown' | 'meant' | 'elsewhere' | 'outermost' | 'rename'

/** Names of one document that are compared with the known ones, which takes time; the others are only told. */
const COMPARED_MAX = 50

/** Characters of a name that a sentence repeats. */
const SHOWN_MAX_CHARACTERS = 60

const shown = (name: string): string =>
  name.length > SHOWN_MAX_CHARACTERS ? `${[...name].slice(0, SHOWN_MAX_CHARACTERS).join('')}…` : name

function report({ path, name, known, beside }: UnknownMember, homes: MemberHomes, compares: boolean): Report<Sentence> {
  const quotes = { name: shown(name) }
  const said = { path, about: 'name', quotes } as const
  const meant = compares ? meantMember(name, known) : undefined
  // A member that is there already is not what was meant a second time.
  if (meant !== undefined && !beside.some((other) => other.toLowerCase() === meant.toLowerCase())) {
    const data = { meant }
    return {
      ...said,
      sentence: 'meant',
      data,
      repairs: [suggested('rename', [{ kind: 'rename', path, name: meant }], data)],
    }
  }
  const home = homes.get(name.toLowerCase())
  if (home === undefined) return { ...said, sentence: 'unknown' }
  return { ...said, sentence: home === '' ? 'outermost' : 'elsewhere', data: { home } }
}

/** What the rule's page says and shows. */
export const unknownMemberPage: RulePage = {
  summary: {
    en: 'Write only members that the API reads, spelt as it spells them.',
    nb: 'Skriv bare felt som API-et leser, stavet slik API-et staver dem.',
    nn: 'Skriv berre felt som API-et les, stava slik API-et stavar dei.',
  },
  why: {
    en: 'The API passes over a member that it does not know, without a word: a reminder whose name is misspelt is never sent, and an e-mail goes out from the default address.',
    nb: 'API-et hopper over et felt det ikke kjenner, uten å si fra: et revarsel med feilstavet navn blir aldri sendt, og en e-post går ut fra standardadressen.',
    nn: 'API-et hoppar over eit felt det ikkje kjenner, utan å seie frå: eit revarsel med feilstava namn blir aldri sendt, og ein e-post går ut frå standardadressa.',
  },
  whenNotToUse: {
    en: 'Turn it off for files that also hold members of your own, which a program removes before it sends them.',
    nb: 'Slå den av for filer som også har egne felt, som et program fjerner før det sender dem.',
    nn: 'Slå han av for filer som òg har eigne felt, som eit program fjernar før det sender dei.',
  },
  examples: () => ({
    good: [
      instantSmsExample({}),
      instantSmsExample({ request: { $schema: 'https://example.com/straks.schema.json' } }),
      notificationExample({ sendersReference: 'case-1234' }),
      correspondenceExample({ correspondence: { propertyList: { anything: 'goes' } } }),
    ],
    bad: [
      notificationExample({ sendReminder: true, reminderSmsBdy: 'You still have a new letter.' }),
      instantSmsExample({ settings: { sender: null, fromAddress: 'Altinn' } }),
      instantSmsExample({ settings: { timeToLiveInSeconds: 60 } }),
      instantEmailExample({ settings: { contentTyp: 'Html' } }),
      orderExample({ request: { associationDialogporten: { dialogId: '1' } } }),
      orderExample({ request: { reminder: [] } }),
      correspondenceExample({ correspondence: { senderReference: 'case-1234', visibleFrom: '2026-12-01T09:00:00Z' } }),
    ],
  }),
}

export const unknownMember = defineRule<Sentence>({
  code: 'unknown-member',
  severity: 'warning',
  looksAt: ['unknown-member'],
  sentences: {
    unknown: {
      en: '`{name}` is not a member that the API reads here; it has no effect.',
      nb: '`{name}` er ikke et felt som API-et leser her. Det har ingen virkning.',
      nn: '`{name}` er ikkje eit felt som API-et les her. Det har ingen verknad.',
    },
    meant: {
      en: '`{name}` is not a member that the API reads here; it has no effect. Did you mean `{meant}`?',
      nb: '`{name}` er ikke et felt som API-et leser her. Det har ingen virkning. Mente du `{meant}`?',
      nn: '`{name}` er ikkje eit felt som API-et les her. Det har ingen verknad. Meinte du `{meant}`?',
    },
    elsewhere: {
      en: '`{name}` has no effect here; it belongs in `{home}`.',
      nb: '`{name}` har ingen virkning her. Det hører hjemme i `{home}`.',
      nn: '`{name}` har ingen verknad her. Det høyrer heime i `{home}`.',
    },
    outermost: {
      en: '`{name}` has no effect here; it belongs in the outermost object.',
      nb: '`{name}` har ingen virkning her. Det hører hjemme i det ytterste objektet.',
      nn: '`{name}` har ingen verknad her. Det høyrer heime i det ytste objektet.',
    },
    rename: { en: 'Rename to `{meant}`', nb: 'Gi nytt navn: `{meant}`', nn: 'Gi nytt namn: `{meant}`' },
  },
  *check({ unknownMembers, kind }) {
    const homes = memberHomes(kind.schema)
    for (const [index, member] of unknownMembers.entries()) yield report(member, homes, index < COMPARED_MAX)
  },
})

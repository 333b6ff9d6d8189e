import type { Path } from '../finding.ts'
import { findOneTimeCode } from '../reading/one-time-code.ts'
import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { instantEmailExample, instantSmsExample } from './examples.ts'

/** Where a code stands in a reference, grouped or not, and not as part of a longer number. */
function findIn(reference: string, code: string): { start: number; end: number } | undefined {
  for (let from = 0; ; ) {
    const start = reference.indexOf(code, from)
    if (start < 0) return undefined
    const end = start + code.length
    if (!/\d/.test(reference.charAt(start - 1)) && !/\d/.test(reference.charAt(end))) return { start, end }
    from = start + 1
  }
}

/** What the rule's page says and shows. */
export const otpInReferencePage: RulePage = {
  summary: {
    en: 'Keep a one-time code out of references and keys.',
    nb: 'Hold engangskoder utenfor referanser og nøkler.',
    nn: 'Hald eingongskodar utanfor referansar og nøklar.',
  },
  why: {
    en: 'References and keys are written to logs and shown in status lists, for years and to many people; the code itself is erased when the message is delivered.',
    nb: 'Referanser og nøkler skrives til logger og vises i statuslister, i årevis og for mange. Selve koden slettes når meldingen er levert.',
    nn: 'Referansar og nøklar blir skrivne til loggar og viste i statuslister, i årevis og for mange. Sjølve koden blir sletta når meldinga er levert.',
  },
  examples: () => ({
    good: [
      instantSmsExample({ request: { sendersReference: 'otp-login-2024-09-30-1234' } }),
      instantSmsExample({ request: { sendersReference: '14285160' } }),
    ],
    bad: [
      instantSmsExample({ request: { sendersReference: 'otp-428516' } }),
      instantSmsExample({ request: { idempotencyId: 'login/428516/1' } }),
      instantEmailExample({ request: { sendersReference: '428516' } }),
    ],
  }),
}

export const otpInReference = defineRule({
  code: 'otp-in-reference',
  severity: 'warning',
  looksAt: ['senders-reference', 'idempotency-id'],
  sentences: {
    repeated: {
      en: '`{name}` repeats the one-time code of the text; use a reference that reveals nothing.',
      nb: '`{name}` gjentar engangskoden i teksten. Bruk en referanse som ikke røper noe.',
      nn: '`{name}` tek opp att eingongskoden i teksten. Bruk ein referanse som ikkje røper noko.',
    },
    code: { en: 'The one-time code.', nb: 'Engangskoden.', nn: 'Eingongskoden.' },
  },
  *check({ fields, texts }) {
    let codes: { code: string; path: Path }[] | undefined
    for (const text of texts) {
      const found = text.role === 'email-subject' ? undefined : findOneTimeCode(text.value)
      if (!found) continue
      codes ??= []
      codes.push({ code: found.code, path: text.path })
    }
    if (!codes) return
    for (const { role, path, value } of fields) {
      if ((role !== 'senders-reference' && role !== 'idempotency-id') || typeof value !== 'string') continue
      const repeated = codes.find(({ code }) => findIn(value, code))
      const span = repeated && findIn(value, repeated.code)
      if (!repeated || !span) continue
      const related = [{ path: repeated.path, sentence: 'code' as const }]
      yield { sentence: 'repeated', path, data: { name: nameOf(path) }, span, related }
    }
  },
})

import { expect, it } from 'vitest'
import { auditPhrase } from '../../../worker/public/operator/views/audit-phrase.ts'

it.each([
  ['5 redriven, 1 refused', 'nb', '5 prøvd på nytt, 1 ikke'],
  [
    'recipient (phone), sendersReference, state uncertain',
    'nb',
    'mottaker (nummer), avsenderens referanse, tilstand en leverandør kan ha den',
  ],
  ['too-late', 'nn', 'for seint'],
  ['not-due', 'en', 'not due yet'],
  ['deliveries 2, references 1', 'nn', 'Meldingar 2, Referansar i meldingar til andre 1'],
  ['provider link', 'nb', 'leverandør link'],
  ['provider failed', 'nb', 'leverandør failed'],
  ['something-new 3', 'nb', 'something-new 3'],
] as const)('an entry of the audit log that says "%s" is read in %s as "%s"', (stored, language, read) => {
  expect(auditPhrase(stored, language)).toBe(read)
})

import { idportenEmail, parseEmailAddress, parseMessageRecipient } from '@straks/shared'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asciiLabelOctets } from '../../../shared/contact/punycode.ts'
import { threadMilliseconds } from '../../support/thread-time.ts'
import { findingsOfRule } from '../rules/judging.ts'

const GOOD = [
  'ola.nordmann@example.com',
  'æge_sjøåsen@domain.com',
  'user.name+tag@domain.co.uk',
  'ola@bücher.example',
  'ola@日本語.jp',
  'ola@אב.example',
  'ola@אב1.example',
  'ola@example.xn--p1ai',
  `ola@${'a'.repeat(63)}.no`,
  `ola@${'ü'.repeat(57)}.no`,
]

const BAD = [
  'ola@bücher',
  'ola@localhost',
  'a@אa.no',
  'a@aא.no',
  'a@1א.no',
  'a@1a.אב.no',
  'a@א١2.no',
  'a@xn--æ.no',
  'a@a‍b.no',
  'a@a½.no',
  'a@xͺx.no',
  'a@xـx.no',
  'a@a.ㅤㅤ',
  `ola@${'a'.repeat(64)}.no`,
  `ola@${'ü'.repeat(60)}.no`,
  `ola@${'日ø'.repeat(30)}.no`,
  `${'a'.repeat(65)}@example.com`,
  `ola@${'ü.'.repeat(60)}no`,
  'ola@example.com,kari@example.com',
]

/** The places of the product that read an address, each by what it says of one. */
const PLACES: readonly (readonly [string, (address: string) => boolean])[] = [
  ['the address of a recipient', (address) => parseEmailAddress(address).ok],
  ['an ID-porten user', (address) => idportenEmail(`urn:altinn:person:idporten-email:${address}`)?.ok === true],
  ['the recipient of a message', (address) => parseMessageRecipient(`urn:altinn:person:idporten-email:${address}`).ok],
  [
    'a custom recipient',
    (emailAddress) =>
      findingsOfRule({ kind: 'notification', document: { customRecipients: [{ emailAddress }] } }, 'email-address')
        .length === 0,
  ],
  [
    'an external identity',
    (address) => {
      const externalIdentity = `urn:altinn:person:idporten-email:${address}`
      const recipient = { recipientExternalIdentity: { externalIdentity, channelSchema: 'Sms' } }
      return findingsOfRule({ kind: 'order', document: { recipient } }, 'external-identity').length === 0
    },
  ],
]

describe.each(PLACES)('an e-mail address as %s', (_place, accepts) => {
  it.each(GOOD)('may be %s', (address) => {
    expect(accepts(address)).toBe(true)
  })

  it.each(BAD)('is not %s', (address) => {
    expect(accepts(address)).toBe(false)
  })
})

const LETTERS = ['a', 'Z', 'ø', 'ü', 'ß', '日', 'п', 'א', 'ب', 'ي', '١', '۴', '7', '-', 'ﬀ', 'é', 'e\u0301', 'ａ']

describe('a domain that is accepted', () => {
  const domain = fc
    .array(fc.array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: 24 }), { minLength: 1, maxLength: 3 })
    .map((labels) => `${labels.map((label) => label.join('')).join('.')}.no`)

  it('has a name in DNS, as the platform makes it', () => {
    let accepted = 0
    fc.assert(
      fc.property(domain, (name) => {
        if (!parseEmailAddress(`ola@${name}`).ok) return
        accepted += 1
        const { hostname } = new URL(`http://${name}/`)
        for (const label of hostname.split('.')) expect(label.length).toBeLessThanOrEqual(63)
      }),
      { numRuns: 5_000 },
    )
    expect(accepted).toBeGreaterThan(100)
  })

  it('has labels of the length that the platform makes them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'ø', 'ü', '日', 'п', 'z', '0'), { minLength: 1, maxLength: 40 }),
        (letters) => {
          const label = `a${letters.join('')}`
          expect(asciiLabelOctets(label)).toBe(new URL(`http://${label}.no/`).hostname.length - '.no'.length)
        },
      ),
      { numRuns: 1_000 },
    )
  })
})

it('takes time in proportion to an address, however it is made', () => {
  for (const piece of ['ü', 'a.', '@', 'א', ' ', '日本', '.a', 'ü.']) {
    const took = threadMilliseconds(() => parseEmailAddress(`ola@${piece.repeat(100_000 / piece.length)}.no`))
    expect(took, piece).toBeLessThan(1_000)
  }
})

import { describe, expect, it } from 'vitest'
import { derivedUuid } from '../../../worker/domain/derived-uuid.ts'
import { messageId } from '../../../worker/domain/message-id.ts'
import type { Recipient, SingleRecipient } from '../../../worker/domain/order.ts'
import type { Contact } from '../../../worker/domain/preparation.ts'
import { identitiesOf, recipientLabelOf } from '../../../worker/domain/recipient-identity.ts'
import { recipientKeys } from '../../../worker/domain/recipient-key.ts'
import { recipientsOf } from '../../../worker/domain/recipient-list.ts'
import { lookupOutcome } from '../../../worker/domain/recipient-lookup.ts'

const PERSON = {
  kind: 'person',
  nationalIdentityNumber: '08900499559',
  ignoreReservation: true,
  useStaleContactInformation: false,
} as const
const ORGANIZATION = {
  kind: 'organization',
  organizationNumber: '991825827',
  resourceId: 'urn:altinn:resource:x',
  resourceAction: 'read',
} as const
const BOTH = { kind: 'addresses', emailAddress: 'Ola@Example.com', phoneNumber: '+4799999999' } as const
const MAIL_ONLY = { kind: 'addresses', emailAddress: 'kari@example.com', phoneNumber: undefined } as const
const NUMBER_ONLY = { kind: 'addresses', emailAddress: undefined, phoneNumber: '+4799999998' } as const

const LIST: Recipient = {
  kind: 'list',
  recipients: [
    { nationalIdentityNumber: '08900499559' },
    { organizationNumber: '991825827' },
    { emailAddress: 'Ola@Example.com', mobileNumber: '+4799999999' },
  ],
  ...{ ignoreReservation: true, resourceId: 'urn:altinn:resource:x', resourceAction: 'read' },
}

const SINGLES: readonly (readonly [SingleRecipient, keys: readonly string[], identities: readonly string[]])[] = [
  [PERSON, ['nin:08900499559'], ['08900499559']],
  [ORGANIZATION, ['org:991825827'], ['991825827']],
  [{ kind: 'email', emailAddress: 'Ola@Example.com' }, ['email:ola@example.com'], ['Ola@Example.com']],
  [{ kind: 'sms', phoneNumber: '+4799999999' }, ['sms:+4799999999'], ['+4799999999']],
  [{ kind: 'username', urn: 'urn:x:Ola' }, ['ext:urn:x:Ola'], ['urn:x:Ola']],
  [BOTH, ['email:ola@example.com', 'sms:+4799999999'], ['Ola@Example.com', '+4799999999']],
  [MAIL_ONLY, ['email:kari@example.com'], ['kari@example.com']],
  [NUMBER_ONLY, ['sms:+4799999998'], ['+4799999998']],
]

describe('a recipient', () => {
  it.each(SINGLES)('%o is told apart by its keys, and named as it was ordered', (recipient, keys, identities) => {
    expect(recipientKeys(recipient)).toEqual(keys)
    if (recipient.kind !== 'addresses') expect(identitiesOf(recipient)).toEqual([identities])
  })

  it('of a list is a party, or addresses, with what the list says for all', () => {
    expect(recipientsOf(LIST)).toEqual([PERSON, ORGANIZATION, BOTH])
    const plain = { ...LIST, ignoreReservation: undefined }
    expect(recipientsOf(plain)[0]).toMatchObject({ ignoreReservation: false })
    expect(recipientsOf(PERSON)).toEqual([PERSON])
  })

  it('of a list is named by each of its addresses, and the list by the first of them', () => {
    expect(identitiesOf(LIST)).toEqual([['08900499559'], ['991825827'], ['Ola@Example.com', '+4799999999']])
    const one = (recipients: (typeof LIST)['recipients']) => ({ ...LIST, recipients })
    expect(identitiesOf(one([{ emailAddress: 'a@example.com' }]))).toEqual([['a@example.com']])
    expect(identitiesOf(one([{ mobileNumber: '+4799999999' }]))).toEqual([['+4799999999']])
    expect(recipientLabelOf(LIST)).toBe('08900499559 +2')
    expect(recipientLabelOf(one([{ emailAddress: 'a@example.com' }]))).toBe('a@example.com')
    expect(recipientLabelOf(one([]))).toBe('')
    expect(recipientLabelOf(one([{}]))).toBe('')
  })
})

describe('looking recipients up', () => {
  const contact = (changes: Partial<Contact> = {}): Contact => ({
    ...{ name: 'Ola', emails: ['ola@example.com'], mobiles: [], reserved: false, ...changes },
  })
  const OTHER = { ...PERSON, nationalIdentityNumber: '01000000083' } as const
  const HERE = contact()
  const GONE = contact({ emails: [] })
  const DECLINED = contact({ reserved: true })

  it.each([
    ['all are known', [HERE, HERE], { status: 'Success', isReserved: [], missingContact: [] }],
    ['one has no address', [HERE, GONE], { status: 'PartialSuccess', isReserved: [], missingContact: ['991825827'] }],
    [
      'one has declined',
      [DECLINED, HERE],
      { status: 'PartialSuccess', isReserved: ['08900499559'], missingContact: [] },
    ],
    [
      'none is left',
      [DECLINED, GONE],
      { status: 'Failed', isReserved: ['08900499559'], missingContact: ['991825827'] },
    ],
    [
      'who has declined and has no address has declined',
      [contact({ reserved: true, emails: [] }), HERE],
      { status: 'PartialSuccess', isReserved: ['08900499559'], missingContact: [] },
    ],
  ] as const)('tells that %s', (_, contacts, told) => {
    expect(lookupOutcome([PERSON, ORGANIZATION], contacts, 'Email')).toEqual(told)
  })

  it('tells nothing where all are known by addresses, or a register is away', () => {
    expect(lookupOutcome([BOTH], [HERE], 'Email')).toBeUndefined()
    expect(lookupOutcome([PERSON, OTHER], [HERE, 'unavailable'], 'Email')).toBeUndefined()
    expect(lookupOutcome([PERSON, OTHER], [HERE], 'Email')).toBeUndefined()
    expect(lookupOutcome([], [], 'Email')).toBeUndefined()
  })

  it('counts parties alone', () => {
    const told = lookupOutcome([BOTH, PERSON], [HERE, GONE], 'Email')
    expect(told).toEqual({ status: 'Failed', isReserved: [], missingContact: ['08900499559'] })
  })
})

describe('the ids of messages of one shipment', () => {
  const SHIPMENT = '149d3cb1-718f-868f-85f9-5bc71944c601'

  it('are its own, then UUIDs of version 8 that are the same each time', async () => {
    expect(messageId(SHIPMENT, 0)).toBe(SHIPMENT)
    const ids = await Promise.all([1, 2, 1].map((index) => messageId(SHIPMENT, index)))
    expect(ids[0]).toBe(ids[2])
    expect(new Set([SHIPMENT, ...ids]).size).toBe(3)
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('stay as they are: clients keep them', async () => {
    expect(await derivedUuid('straks')).toBe('afc55c7c-11e6-8015-a970-6fa598993d38')
    expect(await messageId(SHIPMENT, 1)).toBe('fa7bd537-3e1b-84db-891a-af8a76601947')
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  deriveFingerprint,
  deriveOrderKey,
  LEDGER_SLICES,
  ledgerName,
  ledgerNames,
  parseReference,
  parseShipmentId,
  randomOrderKey,
  toReference,
  toUuid,
} from '../../../worker/domain/order-id.ts'

const UUID_VERSION_8 = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('an order’s ids', () => {
  it('are the same whenever they are derived: a change here would lose every order there is', async () => {
    expect(toUuid({ orderKey: await deriveOrderKey('instant', 'ttd', 'key-1'), number: 1 })).toBe(
      toUuid({ orderKey: await deriveOrderKey('instant', 'ttd', 'key-1'), number: 1 }),
    )
    expect(await deriveOrderKey('instant', 'ttd', 'key-1')).toMatchInlineSnapshot(`"580427badebe8bea884658c085062c"`)
  })

  it('are UUIDs of version 8 that lead back to the shipment', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string(),
        fc.string(),
        fc.integer({ min: 1, max: 255 }),
        async (organization, key, number) => {
          const orderKey = await deriveOrderKey('instant', organization, key)
          const uuid = toUuid({ orderKey, number })
          expect(uuid).toMatch(UUID_VERSION_8)
          expect(parseShipmentId(uuid)).toEqual({ orderKey, number })
        },
      ),
      { numRuns: 300 },
    )
  })

  it('differ where organisation and key only join alike', async () => {
    expect(await deriveOrderKey('instant', 'a', 'bc')).not.toBe(await deriveOrderKey('instant', 'ab', 'c'))
    expect(await deriveOrderKey('instant', 'a","b', 'c')).not.toBe(await deriveOrderKey('instant', 'a', 'b","c'))
  })

  it('spread over all slices', async () => {
    const names = await Promise.all(
      Array.from({ length: 400 }, async (_, index) =>
        ledgerName('ttd', await deriveOrderKey('instant', 'ttd', `${index}`)),
      ),
    )
    expect(new Set(names).size).toBe(LEDGER_SLICES)
  })

  it('name no shipment where the number is the order’s own', () => {
    expect(parseShipmentId('00000000-0000-8000-8000-000000000000')).toBeUndefined()
  })
})

describe('a delivery’s reference', () => {
  const orderKey = '580427badebe8bea884658c085062c'

  it.each([
    [0, '580427ba-debe-8bea-8846-58c085062c02'],
    [1, '580427ba-debe-8bea-8846-58c085062c02.1'],
    [499, '580427ba-debe-8bea-8846-58c085062c02.499'],
  ])('at position %d is %s, and leads back', (position, reference) => {
    const address = { orderKey, number: 2, position }
    expect(toReference(address)).toBe(reference)
    expect(parseReference(reference)).toEqual(address)
    expect(parseReference(reference.toUpperCase())).toEqual(address)
  })

  it.each([
    ...['', 'x', '580427ba-debe-8bea-8846-58c085062c00', '580427ba-debe-8bea-8846-58c085062c02.0'],
    ...[
      '580427ba-debe-8bea-8846-58c085062c02.01',
      '580427ba-debe-8bea-8846-58c085062c02.x',
      '580427ba-debe-4bea-8846-58c085062c02',
    ],
    ...['580427ba-debe-8bea-c846-58c085062c02', '580427badebe8bea884658c085062c02000', 'Stryker was here'],
  ])('is not %j', (text) => {
    expect(parseReference(text)).toBeUndefined()
  })
})

describe('an order without a key', () => {
  it('has an id of as many bytes as any, marked as version 8', () => {
    expect(randomOrderKey(new Uint8Array(16).fill(255))).toBe('ffffffffffff8fffbfffffffffffff')
    expect(randomOrderKey(new Uint8Array(15))).toBe('000000000000800080000000000000')
  })
})

describe('an organisation’s ledgers', () => {
  it('are as many as there are slices, each named by its digit', () => {
    expect(ledgerNames('ttd')).toHaveLength(LEDGER_SLICES)
    expect(ledgerNames('ttd').at(-1)).toBe('f/ttd')
    expect(ledgerNames('ttd')[0]).toBe('0/ttd')
  })
})

describe('a request’s fingerprint', () => {
  it('cannot be had without the key that is not stored', async () => {
    expect(await deriveFingerprint('key-1', 'body')).not.toBe(await deriveFingerprint('key-2', 'body'))
    expect(await deriveFingerprint('key-1', 'body')).toMatch(/^[0-9a-f]{16}$/)
  })
})

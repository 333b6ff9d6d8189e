import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Eraser, type NamedRecipient } from '../../worker/domain/erasure.ts'
import { squeezed } from '../../worker/platform/sql.ts'
import { runs } from '../support/runs.ts'
import { SPACES } from '../support/spaces.ts'
import { openNodeSql } from './support/node-sql.ts'

const phone: NamedRecipient = { kind: 'phone', value: '+4799999999' }
const email: NamedRecipient = { kind: 'email', value: 'ola@example.com' }
const person: NamedRecipient = { kind: 'person', value: '08895699684' }
const urn: NamedRecipient = { kind: 'other', value: 'urn:altinn:person:idporten-username:ola\\n-d' }

/** What stands around a number or an address in a text, and between the digits of a number. */
const around = fc.constantFrom('', ' ', '\n', '\t', '"', 'kode ', 'Ring ', ': ', '+', ', ', '«', '.')
const between = fc.constantFrom('', '', '-', '\u2010', '\u2011', ...SPACES)

const named: fc.Arbitrary<readonly [NamedRecipient, string]> = fc
  .constantFrom<readonly [NamedRecipient, string]>(
    [phone, '+4799999999'],
    [phone, '99999999'],
    [person, '08895699684'],
    [{ kind: 'organization', value: '991825827' }, '991825827'],
    [email, 'Ola@Example.com'],
    [email, 'ola%40example.com'],
    [{ kind: 'email', value: 'ola-n@example.com' }, 'ola-n@example.com'],
    [{ kind: 'email', value: 'åse@example.com' }, 'Åse%40example.com'],
    [urn, urn.value],
  )
  .chain(([recipient, written]) => {
    const units = [...written].flatMap((unit) => [fc.constant(unit), /\d/.test(unit) ? between : fc.constant('')])
    const spelt = fc
      .tuple(
        around,
        fc.tuple(...units).map((all) => all.join('')),
        around,
      )
      .map((parts) => parts.join(''))
    return fc.tuple(fc.constant(recipient), fc.oneof(spelt, fc.constant(written)))
  })

describe('a text that names a recipient', () => {
  const sql = openNodeSql()
  const isSieved = (json: string, sieve: string): boolean =>
    sql.exec(`SELECT 1 FROM (SELECT ? AS facts) WHERE instr(${squeezed('facts')}, ?) > 0`, json, sieve).length > 0

  it('is found where it is stored as JSON, whole or broken off, by SQL and by what SQL finds', () => {
    let found = 0
    fc.assert(
      fc.property(named, ([recipient, text]) => {
        const eraser = new Eraser(recipient)
        if (!eraser.isIn(text)) return
        found++
        const json = JSON.stringify({ a: 1, sendersReference: text })
        for (const stored of [json, json.slice(0, -1)]) {
          expect(isSieved(stored, eraser.sieve)).toBe(true)
          expect(eraser.isInJson(stored)).toBe(true)
        }
      }),
      { numRuns: runs(5_000) },
    )
    expect(found).toBeGreaterThan(runs(500))
  })

  it('is not one with a member of its name, nor one that only quotes it', () => {
    const record = { status: 'New', body: 'Say "status" twice' }
    expect(new Eraser({ kind: 'other', value: 'status' }).isInJson(JSON.stringify(record))).toBe(false)
    expect(new Eraser(phone).isInJson(JSON.stringify({ body: '199999999\t1' }))).toBe(false)
  })
})

import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import { partiesSql } from '../../scripts/register/parties-sql.ts'
import { readParties } from '../../scripts/register/read-parties.ts'

const rowsOf = (sql: string) => {
  const database = new DatabaseSync(':memory:')
  database.exec(sql)
  return database.prepare('SELECT * FROM parties ORDER BY number').all()
}

const CSV = `number,name,emails,mobiles,reserved
313756270,"Rask Elg, ""AS""",post@example.com; vakt@example.com,,
08900499559,Ola d'Arc,,+4799999001,true
`

describe('filling the embedded register', () => {
  it('takes CSV with quotes, lists and reservations', () => {
    const { parties, problems } = readParties(CSV, 'csv')
    expect(problems).toEqual([])
    expect(rowsOf(partiesSql(parties))).toEqual([
      {
        ...{ kind: 'person', number: '08900499559', name: "Ola d'Arc", emails: '[]', mobiles: '["+4799999001"]' },
        reserved: 1,
      },
      {
        ...{ kind: 'organization', number: '313756270', name: 'Rask Elg, "AS"' },
        ...{ emails: '["post@example.com","vakt@example.com"]', mobiles: '[]', reserved: 0 },
      },
    ])
  })

  it('takes JSON Lines, and lets the last of two lines about a party count', () => {
    const lines = '{"number":"313756270","name":"A"}\n\n{"number":"313756270","name":"B","emails":["b@example.com"]}\n'
    expect(rowsOf(partiesSql(readParties(lines, 'jsonl').parties))).toMatchObject([{ name: 'B' }])
  })

  it('tells which lines it cannot take, and never what they contain', () => {
    const lines = '{"number":"1","name":"A"}\n{"number":"313756270","name":"A","mobiles":["hemmelig"]}\nnei\n'
    const { parties, problems } = readParties(lines, 'jsonl')
    expect(parties).toEqual([])
    expect(problems.map(({ line }) => line)).toEqual([1, 2, 3])
    expect(JSON.stringify(problems)).not.toContain('hemmelig')
    expect(readParties('number,name\n1,"open', 'csv').problems).toHaveLength(1)
  })
})

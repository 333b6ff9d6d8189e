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
        kind: 'person',
        number: '08900499559',
        name: "Ola d'Arc",
        emails: '[]',
        mobiles: '["+4799999001"]',
        reserved: 1,
      },
      {
        kind: 'organization',
        number: '313756270',
        name: 'Rask Elg, "AS"',
        emails: '["post@example.com","vakt@example.com"]',
        mobiles: '[]',
        reserved: 0,
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

  it('takes what spreadsheets write: semicolons, a byte-order mark, headings and words in capitals', () => {
    const excel = '\ufeffNumber;Name;Emails;Mobiles;Reserved\r\n08900499559;Ola;"a@example.com;b@example.com";;TRUE\r\n'
    expect(readParties(excel, 'csv')).toEqual({
      parties: [
        {
          number: '08900499559',
          name: 'Ola',
          mobiles: [],
          reserved: true,
          emails: ['a@example.com', 'b@example.com'],
        },
      ],
      problems: [],
    })
    expect(readParties('\ufeff{"number":"313756270","name":"A"}', 'jsonl').problems).toEqual([])
  })

  it.each(['ja', '1', 'maybe'])('never takes a reservation that it cannot read for none: %s', (word) => {
    const { parties, problems } = readParties(`number,name,reserved\n08900499559,Ola,${word}\n`, 'csv')
    expect([parties, problems]).toEqual([[], [{ line: 2, problem: '`reserved` is neither `true` nor `false`' }]])
  })

  it('counts lines as an editor does, past empty ones and lines within quotes', () => {
    const csv = 'number,name\n\n313756270,"Rask\nElg"\n1,A\n313756270,A,extra\n'
    expect(readParties(csv, 'csv').problems.map(({ line }) => line)).toEqual([5, 6])
  })

  it('says which headings there are where one is missing or unknown', () => {
    for (const headings of ['nummer,navn', 'number,name,epost', 'number'])
      expect(readParties(`${headings}\n313756270,A,b\n`, 'csv').problems).toEqual([
        {
          line: 1,
          problem: 'the headings are number, name, emails, mobiles, reserved, of which the first two are needed',
        },
      ])
  })
})

import { PARTIES_SCHEMA, PARTIES_TABLE } from '../../worker/registers/embedded/party-store.ts'
import { kindOf, type RegisterParty } from './read-parties.ts'

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`

/** The statements that put parties into the embedded register, each in place of what was known of it. */
export function partiesSql(parties: readonly RegisterParty[]): string {
  const statements = parties.map((party) => {
    const { number, name, emails, mobiles, reserved } = party
    const values = [kindOf(party), number, name, JSON.stringify(emails), JSON.stringify(mobiles)].map(text)
    return (
      `INSERT OR REPLACE INTO ${PARTIES_TABLE} (kind, number, name, emails, mobiles, reserved) ` +
      `VALUES (${values.join(', ')}, ${Number(reserved)});`
    )
  })
  return [`${PARTIES_SCHEMA.trim()};`, ...statements, ''].join('\n')
}

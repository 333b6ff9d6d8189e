import { altinnCorrespondence } from './altinn-correspondence.ts'
import { altinnNotifications } from './altinn-notifications.ts'
import { describedOperations } from './described.ts'
import { flatten, type Member, type Operations } from './members.ts'

/** A member that one of the two descriptions has, or that is of another type. */
type Difference = {
  /** Its id in our description. */
  readonly operation: string
  readonly where: 'query' | 'request' | 'answer'
  readonly member: string
  readonly altinn: string
  readonly straks: string
}

const NONE = '–'

const ALTINN: Operations = { ...altinnNotifications, ...altinnCorrespondence }

type Types = ReadonlyMap<string, string>

/** The topmost members that differ: what lies in one that is missing is missing with it. */
function differing(altinn: Types, straks: Types): readonly Pick<Difference, 'member' | 'altinn' | 'straks'>[] {
  const names = [...new Set([...altinn.keys(), ...straks.keys()])].sort()
  const found: Pick<Difference, 'member' | 'altinn' | 'straks'>[] = []
  for (const member of names) {
    const [theirs = NONE, ours = NONE] = [altinn.get(member), straks.get(member)]
    const isBelow = found.some(({ member: above }) => member.startsWith(`${above}.`) || member.startsWith(`${above}[`))
    if (theirs !== ours && !isBelow) found.push({ member, altinn: theirs, straks: ours })
  }
  return found
}

const typesOf = (member: Member | undefined): Types => (member === undefined ? new Map() : flatten(member))

const asTypes = (names: readonly string[]): Types => new Map(names.map((name) => [name, 'parameter']))

/** Every difference between the members that Altinn's API has and those that ours describes. */
function memberDifferences(): readonly Difference[] {
  const described = describedOperations()
  return Object.entries(ALTINN).flatMap(([operation, { query = [], takes, answers }]) => {
    const ours = described.get(operation)
    if (!ours) throw new Error(`${operation} is not described`)
    const parts = [
      ['query', asTypes(query), asTypes(ours.query)],
      ['request', typesOf(takes), ours.takes],
      ['answer', typesOf(answers), ours.answers],
    ] as const
    return parts.flatMap(([where, theirs, own]) =>
      differing(theirs, own).map((one) => ({ operation: ours.id, where, ...one })),
    )
  })
}

/** The differences as rows of a table: one for each member, with all the operations that have it. */
export function differenceRows(): readonly string[] {
  const operations = new Map<string, string[]>()
  for (const { operation, where, member, altinn, straks } of memberDifferences()) {
    const row = `| ${where}: \`${member}\` | ${altinn} | ${straks} |`
    operations.set(row, [...(operations.get(row) ?? []), `\`${operation}\``])
  }
  return [...operations].map(([row, ids]) => `${row} ${ids.join(', ')} |`)
}

import { type DocumentKind, documentKinds, guessKind, isJsonObject, kindsElsewhere, recognise } from '@straks/shared'

const SCHEMA_FILE = /([^/#?]+)\.schema\.json(?:[#?].*)?$/

/** What a value's surroundings say of it. */
type Surroundings = {
  /** The kind that they promise, where its shape does not tell. */
  readonly kindName: string | undefined
  /** Whether they promise a request at all. */
  readonly promised: boolean
}

const kindNamed = (name: string | undefined): DocumentKind | undefined =>
  [...documentKinds, ...kindsElsewhere].find((kind) => kind.name === name)

function kindOfSchema(value: unknown): DocumentKind | undefined {
  if (!isJsonObject(value) || typeof value.$schema !== 'string') return undefined
  return kindNamed(SCHEMA_FILE.exec(value.$schema)?.[1])
}

/**
 * What kind of request a value is: as its `$schema` says, else as its shape shows, else as its surroundings promise. In
 * a file whose name promises requests a slip in a name is a mistake, and not a sign that the file is something else.
 */
export function recognisePiece(value: unknown, { kindName, promised }: Surroundings): DocumentKind | undefined {
  const shown = kindOfSchema(value) ?? recognise(value)
  if (shown || !isJsonObject(value)) return shown
  return kindNamed(kindName) ?? (promised ? guessKind(value) : undefined)
}

import { type DocumentKind, documentKinds, isJsonObject, recognise } from '@straks/shared'

const SCHEMA_FILE = /([^/#?]+)\.schema\.json(?:[#?].*)?$/

const kindNamed = (name: string | undefined): DocumentKind | undefined =>
  documentKinds.find((kind) => kind.name === name)

function kindOfSchema(value: unknown): DocumentKind | undefined {
  if (!isJsonObject(value) || typeof value.$schema !== 'string') return undefined
  return kindNamed(SCHEMA_FILE.exec(value.$schema)?.[1])
}

/** What kind of request a value is: as its `$schema` says, else as its shape shows, else as its surroundings promise. */
export const recognisePiece = (value: unknown, promised: string | undefined): DocumentKind | undefined =>
  kindOfSchema(value) ?? recognise(value) ?? (isJsonObject(value) ? kindNamed(promised) : undefined)

import * as z from 'zod'
import { fromBase64, toBase64 } from '../domain/bytes.ts'
import { LEDGER_SLICES } from '../domain/order-id.ts'

/** How far a search has come: in which organisation, and in each of its ledgers; `null` where one is at its end. */
export type SearchPlace = {
  readonly organization: string
  readonly places: readonly (string | null | undefined)[]
}

const Written = z.tuple([z.string().min(1).max(200), z.array(z.string().max(60).nullable()).max(LEDGER_SLICES)])

const LEDGERS = Array.from({ length: LEDGER_SLICES }, (_, index) => index)

/** A place as a cursor: it is for this service to read, and for no one else. */
export function writeSearchPlace({ organization, places }: SearchPlace): string {
  const written = LEDGERS.map((index) => (places[index] === undefined ? '' : places[index]))
  const bytes = new TextEncoder().encode(JSON.stringify([organization, written]))
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** Reads a cursor; `undefined` where it is none. */
export function readSearchPlace(cursor: string): SearchPlace | undefined {
  const bytes = fromBase64(cursor.replaceAll('-', '+').replaceAll('_', '/'))
  try {
    const [organization, places] = Written.parse(JSON.parse(new TextDecoder().decode(bytes)))
    return { organization, places: places.map((place) => (place === '' ? undefined : place)) }
  } catch {
    return undefined
  }
}

import { parseEmailAddress, parsePhoneNumber } from '@straks/shared'
import * as z from 'zod'
import { readCsv } from './read-csv.ts'

/** A person or an organisation on its way into the embedded register. */
export type RegisterParty = z.infer<typeof Party>

/** One line that cannot be taken. It never says what the line contains. */
type LineProblem = { readonly line: number; readonly problem: string }

const NAME_MAX_LENGTH = 255
const ADDRESSES_MAX = 20
const ORGANIZATION_DIGITS = 9

/** What editors and spreadsheets on Windows put before the first character. */
const BYTE_ORDER_MARK = /^\ufeff/

const addresses = (parse: (written: string) => { readonly ok: boolean }, what: string) =>
  z
    .array(z.string().refine((written) => parse(written).ok, { error: `is no ${what}` }))
    .max(ADDRESSES_MAX)
    .default([])

const REQUIRED = { error: 'is missing' } as const

/** Of the line as a whole, not of a member. */
const wholeLine = ({ code }: { readonly code?: string | undefined }): string | undefined =>
  code === 'invalid_type' ? 'is no JSON object, or has more cells than there are headings' : undefined

const Party = z.strictObject(
  {
    number: z.string(REQUIRED).regex(/^(?:\d{9}|\d{11})$/, { error: 'has neither 9 nor 11 digits' }),
    name: z.string(REQUIRED).trim().min(1, REQUIRED).max(NAME_MAX_LENGTH),
    emails: addresses(parseEmailAddress, 'e-mail address'),
    mobiles: addresses(parsePhoneNumber, 'telephone number'),
    reserved: z.boolean({ error: 'is neither `true` nor `false`' }).default(false),
  },
  { error: wholeLine },
)

/** What the number names: organisations have 9 digits, persons 11. */
export const kindOf = ({ number }: RegisterParty): 'organization' | 'person' =>
  number.length === ORGANIZATION_DIGITS ? 'organization' : 'person'

/** Either of the two may stand between addresses; the one that is the file's separator needs quotes around the cell. */
const splitList = (cell: string): readonly string[] =>
  cell
    .split(/[;,]/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

const RESERVED = new Map([
  ['', false],
  ['false', false],
  ['true', true],
])

/** A reservation as spreadsheets write it. Another word is passed on and refused: to guess would send to who declined. */
const readReserved = (cell: string): unknown => RESERVED.get(cell.trim().toLowerCase()) ?? cell

const withoutPath = 'the line'

const problemOf = ({ issues }: z.ZodError): string =>
  issues
    .map(({ path, message }) => `${path.length === 0 ? withoutPath : `\`${path.join('.')}\``} ${message}`)
    .join('; ')

type Line = { readonly line: number; readonly value: unknown }

const HEADINGS: readonly string[] = Object.keys(Party.shape)

/** Headings are read in any case; one that is none of them is refused by its name, on the first line. */
function linesOfCsv(text: string): readonly Line[] | LineProblem {
  const [first, ...rows] = readCsv(text) ?? []
  if (!first) return { line: 1, problem: 'the file is no CSV, or is empty' }
  const headings = first.cells.map((heading) => heading.trim().toLowerCase())
  const missing = ['number', 'name'].filter((heading) => !headings.includes(heading))
  if (missing.length > 0 || headings.some((heading) => !HEADINGS.includes(heading)))
    return { line: 1, problem: `the headings are ${HEADINGS.join(', ')}, of which the first two are needed` }
  return rows.map(({ line, cells }) => {
    const row = Object.fromEntries(headings.map((heading, column) => [heading, cells[column] ?? '']))
    const { emails = '', mobiles = '', reserved = '', ...rest } = row
    const value = {
      ...rest,
      emails: splitList(emails),
      mobiles: splitList(mobiles),
      reserved: readReserved(reserved),
    }
    return { line, value: cells.length > headings.length ? undefined : value }
  })
}

function linesOfJson(text: string): readonly Line[] {
  return text.split(/\r?\n/).flatMap((content, index): Line[] => {
    if (content.trim() === '') return []
    try {
      return [{ line: index + 1, value: JSON.parse(content) }]
    } catch {
      return [{ line: index + 1, value: undefined }]
    }
  })
}

/**
 * Reads parties from JSON Lines, `{"number", "name", "emails"?, "mobiles"?, "reserved"?}`, or from CSV with the same
 * headings, separated by commas or semicolons.
 */
export function readParties(
  text: string,
  format: 'csv' | 'jsonl',
): { readonly parties: readonly RegisterParty[]; readonly problems: readonly LineProblem[] } {
  const content = text.replace(BYTE_ORDER_MARK, '')
  const lines = format === 'csv' ? linesOfCsv(content) : linesOfJson(content)
  if ('problem' in lines) return { parties: [], problems: [lines] }
  const parties: RegisterParty[] = []
  const problems: LineProblem[] = []
  for (const { line, value } of lines) {
    const parsed = Party.safeParse(value)
    if (parsed.success) parties.push(parsed.data)
    else problems.push({ line, problem: problemOf(parsed.error) })
  }
  return { parties, problems }
}

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

const addresses = (parse: (written: string) => { readonly ok: boolean }, what: string) =>
  z
    .array(z.string().refine((written) => parse(written).ok, { error: `is no ${what}` }))
    .max(ADDRESSES_MAX)
    .default([])

const Party = z.strictObject({
  number: z.string().regex(/^(?:\d{9}|\d{11})$/, { error: 'has neither 9 nor 11 digits' }),
  name: z.string().trim().min(1).max(NAME_MAX_LENGTH),
  emails: addresses(parseEmailAddress, 'e-mail address'),
  mobiles: addresses(parsePhoneNumber, 'telephone number'),
  reserved: z.boolean().default(false),
})

/** What the number names: organisations have 9 digits, persons 11. */
export const kindOf = ({ number }: RegisterParty): 'organization' | 'person' =>
  number.length === ORGANIZATION_DIGITS ? 'organization' : 'person'

const splitList = (cell: string): readonly string[] =>
  cell
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')

const problemOf = ({ issues }: z.ZodError): string =>
  issues.map(({ path, message }) => `\`${path.join('.')}\` ${message}`).join('; ')

type Line = { readonly line: number; readonly value: unknown }

function linesOfCsv(text: string): readonly Line[] | undefined {
  const [headings, ...rows] = readCsv(text) ?? []
  if (!headings) return undefined
  return rows.map((cells, index) => {
    const {
      emails = '',
      mobiles = '',
      reserved = '',
      ...rest
    } = Object.fromEntries(headings.map((heading, column) => [heading.trim(), cells[column] ?? '']))
    const value = {
      ...rest,
      emails: splitList(emails),
      mobiles: splitList(mobiles),
      reserved: reserved.trim() === 'true',
    }
    return { line: index + 2, value }
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
 * headings, whose lists have a semicolon between two addresses.
 */
export function readParties(
  text: string,
  format: 'csv' | 'jsonl',
): { readonly parties: readonly RegisterParty[]; readonly problems: readonly LineProblem[] } {
  const lines = format === 'csv' ? linesOfCsv(text) : linesOfJson(text)
  if (!lines) return { parties: [], problems: [{ line: 1, problem: 'the file is no CSV' }] }
  const parties: RegisterParty[] = []
  const problems: LineProblem[] = []
  for (const { line, value } of lines) {
    const parsed = Party.safeParse(value)
    if (parsed.success) parties.push(parsed.data)
    else problems.push({ line, problem: problemOf(parsed.error) })
  }
  return { parties, problems }
}

import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { documentKinds, lint, parseJson, parseMoment } from '../../shared/index.ts'
import {
  expandKeywords,
  expandKeywordsInHtml,
  htmlToPlainText,
  measureSms,
  toOneLine,
} from '../../shared/text/index.ts'
import { formDocument } from '../../worker/api/correspondence/form-document.ts'
import { fieldTextOf, partsOf } from '../../worker/api/http/multipart/read-parts.ts'
import { readFeedQuery } from '../../worker/feed/feed-query.ts'
import { growthOf } from './doubling/growth.ts'

/** Enough that what grows with the square takes seconds, and little enough for every member and every piece. */
const UNITS = 16_384

/** What patterns stumble over when there is much of it. */
const PIECES = [
  ...['a', '9', ' ', '\n', '.', '-', '[', '{', '(', '<', '&', '$', '@', '’', '\u{1f600}', '\u0301'],
  ...[
    '[]',
    '{}',
    'a.',
    '.a',
    'a@',
    '@a.',
    '+47',
    '1-',
    '<p ',
    '<p>',
    '</p',
    '&amp;',
    '&#',
    '$recipientName',
    '$recipientName$',
  ],
  ...[
    '[$recipientName',
    '{{recipientName}} ',
    '127.0.0.1:',
    'https://a.b/',
    'http://',
    'www.',
    'a.no/b ',
    'urn:altinn:',
    '0192:',
    '%e2',
    '\\u0041',
    '"a":',
  ],
] as const

const textOfUnits = (piece: string, units: number): string =>
  piece.repeat(Math.ceil(units / piece.length)).slice(0, units)

type Path = readonly (string | number)[]

/** Every place of a schema's documents that may be a text, those in lists once. */
function* placesIn(schema: unknown, path: Path = []): Generator<Path> {
  if (schema instanceof z.ZodOptional) yield* placesIn(schema.unwrap(), path)
  else if (schema instanceof z.ZodUnion) yield* placesIn(schema.options[0], path)
  else if (schema instanceof z.ZodArray) yield* placesIn(schema.element, [...path, 0])
  else if (schema instanceof z.ZodRecord) yield [...path, 'mine']
  else if (schema instanceof z.ZodObject)
    for (const [name, member] of Object.entries(schema.shape)) yield* placesIn(member, [...path, name])
  else yield path
}

/** A document with nothing but a text at a place. */
const documentWith = ([step, ...rest]: Path, text: string): unknown => {
  if (step === undefined) return text
  return typeof step === 'number' ? [documentWith(rest, text)] : { [step]: documentWith(rest, text) }
}

const CONTEXT = { nowMs: Date.UTC(2031, 0, 1), allowLoopback: false, isSent: true }

const BOUNDARY = 'limit'

/** Reads a form of one field, its name and its value of a text. */
async function readForm(text: string): Promise<void> {
  const body = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${text.slice(0, 200)}"\r\n\r\n${text}\r\n--${BOUNDARY}--\r\n`
  const { body: stream } = new Response(body)
  if (!stream) throw new Error('A response with a text has a body')
  for await (const part of partsOf(stream.getReader(), BOUNDARY)) await fieldTextOf(part).catch(() => undefined)
}

/** Whether a text is JSON: what is none throws. */
function isJson(text: string): boolean {
  try {
    parseJson(text)
    return true
  } catch {
    return false
  }
}

/** Where a caller's text comes in, beside the members of documents. */
const DOORS: readonly (readonly [name: string, read: (text: string) => unknown])[] = [
  ['JSON', (text) => isJson(text)],
  ['JSON in a text', (text) => parseJson(JSON.stringify([text]))],
  ['a form’s key', (text) => formDocument([[text, 'x']])],
  [
    'many keys of a form',
    (text) => formDocument(text.match(/.{1,100}/gsu)?.map((key, index) => [`${key}${index}`, 'x'] as const) ?? []),
  ],
  ['a form’s value', (text) => formDocument([['correspondence.resourceId', text]])],
  ['a multipart form', readForm],
  ['a query', (text) => readFeedQuery(new URLSearchParams({ seq: text, pageSize: text, orderBy: text }))],
  ['a moment', (text) => parseMoment(text)],
  ['keywords', (text) => expandKeywords(text, { recipientName: 'Ola' })],
  ['keywords in HTML', (text) => expandKeywordsInHtml(text, { recipientName: '<Ola>' })],
  ['HTML', (text) => htmlToPlainText(text)],
  ['an SMS', (text) => measureSms(text)],
  ['a subject', (text) => toOneLine(text)],
]

/** The pieces with which a door takes more than 2.5 times as long for twice the text. */
async function steep(read: (text: string) => unknown): Promise<readonly string[]> {
  const found: string[] = []
  for (const piece of PIECES) {
    const growth = await growthOf((units) => read(textOfUnits(piece, units)), UNITS)
    if (growth !== undefined) found.push(`${JSON.stringify(piece)}: ${growth.toFixed(1)} times`)
  }
  return found
}

describe('the time for twice the text is twice the time', { timeout: 600_000 }, () => {
  it.for(DOORS)('in %s', async ([, read]) => {
    expect(await steep(read)).toEqual([])
  })

  it.for(documentKinds)('in every member of $name', async (kind) => {
    const found: string[] = []
    for (const path of placesIn(kind.schema))
      for (const wrong of await steep((text) => lint(kind, documentWith(path, text), 'en', CONTEXT)))
        found.push(`${path.join('.')} ${wrong}`)
    expect(found).toEqual([])
  })
})

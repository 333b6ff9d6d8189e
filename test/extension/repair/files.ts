import type { Random } from '../../../scripts/corpora/random.ts'
import { makeRequest } from './documents.ts'
import { type Layout, makeLayout, write } from './layouts.ts'

/** A file as somebody may have written it, and its name. */
export type MadeFile = { readonly name: string; readonly text: string }

const FORMATS = ['json', 'json', 'list', 'jsonl', 'jsonc', 'jsonc', 'jsonc-list', 'http'] as const

const BYTE_ORDER_MARK = '\ufeff'

function many(random: Random, one: () => string): readonly string[] {
  return Array.from({ length: random.integer(1, 3) }, one)
}

function body(format: (typeof FORMATS)[number], layout: Layout, random: Random): string {
  const request = () => write(makeRequest(random), layout, random)
  const { lineEnd } = layout
  switch (format) {
    case 'json':
    case 'jsonc':
      return request() + (random.chance(0.7) ? lineEnd : '')
    case 'list':
    case 'jsonc-list': {
      const items = many(random, request)
      const comma = layout.trailingCommas && random.chance(0.5) ? ',' : ''
      if (layout.indent === undefined) return `[${items.join(layout.spaced ? ', ' : ',')}${comma}]`
      return `[${lineEnd}${items.join(`,${lineEnd}`)}${comma}${lineEnd}]${lineEnd}`
    }
    case 'jsonl':
      return many(random, request).join(lineEnd) + (random.chance(0.5) ? lineEnd : '')
    case 'http':
      return many(
        random,
        () =>
          `POST {{host}}/x HTTP/1.1${lineEnd}content-type: application/json${lineEnd}${lineEnd}${request()}${lineEnd}${lineEnd}`,
      ).join(`###${lineEnd}`)
  }
}

const EXTENSIONS = {
  json: 'notification.json',
  list: 'notification.json',
  jsonl: 'notification.jsonl',
  jsonc: 'notification.jsonc',
  'jsonc-list': 'correspondence.jsonc',
  http: 'http',
} as const

/** A file of requests with mistakes, in any of the formats and layouts that people write. */
export function makeFile(random: Random): MadeFile {
  const format = random.pick(FORMATS)
  const comments = format.startsWith('jsonc')
  const layout = makeLayout(random, { comments, lines: format !== 'jsonl' })
  const mark = random.chance(0.1) ? BYTE_ORDER_MARK : ''
  return { name: `made.${EXTENSIONS[format]}`, text: mark + body(format, layout, random) }
}

const SLIPS = [
  ',',
  '"',
  '{',
  '}',
  '[',
  ']',
  ':',
  '0',
  '\\',
  '/',
  '//',
  '/*',
  '*/',
  '\n',
  ',,',
  '0300',
  '\ufeff',
  'tru',
  "'",
] as const

/** A text with a few slips of the finger in it. */
export function slip(text: string, random: Random): string {
  let slipped = text
  for (let slips = random.integer(1, 3); slips > 0; slips--) {
    const at = random.integer(0, slipped.length)
    const end = random.chance(0.5) ? at : Math.min(slipped.length, at + random.integer(1, 8))
    slipped = slipped.slice(0, at) + (random.chance(0.6) ? random.pick(SLIPS) : '') + slipped.slice(end)
  }
  return slipped
}

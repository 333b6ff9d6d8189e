import type { JsonValue } from '@straks/shared'
import type { Random } from '../../../scripts/corpora/random.ts'

/** How a document is written. */
export type Layout = {
  /** The indent of one level; `undefined` where everything stands on one line. */
  readonly indent: string | undefined
  readonly spaced: boolean
  readonly lineEnd: string
  readonly comments: boolean
  readonly trailingCommas: boolean
  readonly escapes: boolean
  /** The share of objects and lists of a document over several lines that stand on one line all the same. */
  readonly inlined: number
}

let comment = 0

/** Comments and blanks that may stand anywhere between two tokens. */
function blank({ comments, indent, lineEnd }: Layout, random: Random): string {
  if (!comments || !random.chance(0.12)) return ''
  const name = `c${comment++}`
  if (indent === undefined || random.chance(0.5)) return random.chance(0.5) ? ` /* ${name} */ ` : `/*${name}*/`
  return random.chance(0.8) ? ` // ${name}, {"[${lineEnd}` : ` /* ${name}${lineEnd} more */ `
}

function writeString(text: string, { escapes }: Layout, random: Random): string {
  const plain = JSON.stringify(text)
  if (!escapes) return plain
  const units = Array.from({ length: text.length }, (_, at) => {
    const unit = text.charAt(at)
    if (random.chance(0.2)) return `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`
    return unit === '/' && random.chance(0.5) ? '\\/' : JSON.stringify(unit).slice(1, -1)
  })
  // A pair that is written as it is must not be written in halves.
  const written = `"${units.join('')}"`
  return JSON.parse(written) === text && written.isWellFormed() ? written : plain
}

/** Writes a value in a layout. */
export function write(value: JsonValue, layout: Layout, random: Random, outer = ''): string {
  if (typeof value === 'string') return writeString(value, layout, random)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const isList = Array.isArray(value)
  const entries: [string, JsonValue][] = Object.entries(value)
  const [open, close] = isList ? ['[', ']'] : ['{', '}']
  const gap = () => blank(layout, random)
  if (entries.length === 0) return open + gap() + close
  const isInline = layout.indent === undefined || random.chance(layout.inlined)
  const inner: Layout = isInline ? { ...layout, indent: undefined } : layout
  const indent = outer + (layout.indent ?? '')
  const space = layout.spaced ? ' ' : ''
  const children = entries.map(([name, member], index) => {
    const written = write(member, inner, random, indent)
    const child = isList
      ? written
      : `${writeString(name, { ...layout, escapes: false }, random)}${gap()}:${space}${gap()}${written}`
    const isLast = index === entries.length - 1
    const comma = !isLast || (layout.trailingCommas && random.chance(0.5)) ? ',' : ''
    return gap() + child + gap() + comma + gap()
  })
  if (isInline) {
    const pad = isList ? '' : space
    return open + pad + children.join(space) + pad + close
  }
  const lines = children.map((child) => layout.lineEnd + indent + child)
  return `${open}${lines.join('')}${layout.lineEnd}${outer}${close}`
}

const LINE_ENDS = ['\n', '\n', '\r\n'] as const
const INDENTS = ['  ', '  ', '    ', '\t', undefined] as const

/** A layout by chance. */
export function makeLayout(random: Random, may: { readonly comments: boolean; readonly lines: boolean }): Layout {
  const indent = may.lines ? random.pick(INDENTS) : undefined
  return {
    indent,
    spaced: random.chance(0.7),
    lineEnd: random.pick(LINE_ENDS),
    comments: may.comments && random.chance(0.8),
    trailingCommas: may.comments && random.chance(0.4),
    escapes: random.chance(0.2),
    inlined: random.chance(0.5) ? 0.3 : 0,
  }
}

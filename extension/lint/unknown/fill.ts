import type { DocumentKind, Path } from '@straks/shared'
import type { Node } from 'jsonc-parser'
import * as z from 'zod'
import { hasHole, isHole } from '../../document/holes.ts'
import type { Range } from '../../document/ranges.ts'
import { dataOf } from '../../document/tree.ts'
import { enumNamesOf, schemaAt, schemaMembersOf } from '../schema-members.ts'
import { fillString, type HoledString } from './holed-string.ts'
import { sample } from './samples.ts'

/** A request with holes. */
export type HoledRequest = {
  readonly text: string
  readonly tree: Node
  readonly holes: readonly Range[]
  readonly kind: DocumentKind
}

/** How the holes of a request are filled once. */
export type Filling = {
  /** The words in place of each hole in a string. */
  readonly words: string
  /** Chooses among the values that each wholly unknown one may have. */
  readonly number: number
}

/** Whether an object may have more members than are written. */
export const isOpen = (node: Node, holes: readonly Range[]): boolean =>
  node.type === 'object' && (node.children ?? []).some(({ children: [key] = [] }) => key && isHole(key, holes))

/** Fills what is not known of a request, so that it can be judged. */
class Filler {
  readonly #request: HoledRequest
  readonly #filling: Filling
  readonly strings = new Map<Node, HoledString>()
  /** How many values, or parts of objects, were made up. */
  guesses = 0

  constructor(request: HoledRequest, filling: Filling) {
    this.#request = request
    this.#filling = filling
  }

  fill(node: Node, path: Path): unknown {
    const { text, holes, kind } = this.#request
    if (!hasHole(node, holes)) return dataOf(node, text)
    const schema = schemaAt(kind.schema, path)
    // A part of a name says nothing: only whole names mean something.
    if (isHole(node, holes) || (schema && enumNamesOf(schema).length > 0)) return this.#guess(schema)
    if (node.type === 'string') {
      const filled = fillString(text, node, holes, this.#filling.words)
      this.strings.set(node, filled)
      return filled.filled
    }
    if (node.type === 'array') return (node.children ?? []).map((child, index) => this.fill(child, [...path, index]))
    return node.type === 'object' ? this.#object(node, path) : dataOf(node, text)
  }

  /** Values that differ from one another, and from those of the next filling: no two go together each time. */
  #guess(schema: z.ZodType | undefined): unknown {
    const { number } = this.#filling
    return sample(schema, number + (number >> 1) * this.guesses++)
  }

  #object(node: Node, path: Path): unknown {
    const { holes } = this.#request
    const entries = (node.children ?? []).flatMap(({ children: [key, value] = [] }) => {
      if (!key || isHole(key, holes)) return []
      const name = String(key.value)
      return [[name, value && this.fill(value, [...path, name])] as const]
    })
    if (isOpen(node, holes)) this.guesses++
    const isFull = this.#filling.number % 2 === 1
    return Object.fromEntries(isFull && isOpen(node, holes) ? [...this.#missing(entries, path), ...entries] : entries)
  }

  /** Members that the unknown part of an object may have. */
  #missing(entries: readonly (readonly [string, unknown])[], path: Path): readonly (readonly [string, unknown])[] {
    const schema = schemaAt(this.#request.kind.schema, path)
    const written = new Set(entries.map(([name]) => name.toLowerCase()))
    if (!(schema instanceof z.ZodObject)) return []
    return schemaMembersOf(schema)
      .filter(({ name }) => !written.has(name.toLowerCase()))
      .map((member) => [member.name, sample(member.schema, 0)])
  }
}

/** A request with its holes filled. */
type FilledRequest = {
  readonly value: unknown
  /** Its strings that have some. */
  readonly strings: ReadonlyMap<Node, HoledString>
  /** Whether some of its values are made up: another filling has others. */
  readonly isGuess: boolean
}

/** Fills the holes of a request. */
export function fill(request: HoledRequest, filling: Filling): FilledRequest {
  const filler = new Filler(request, filling)
  const value = filler.fill(request.tree, [])
  return { value, strings: filler.strings, isGuess: filler.guesses > 0 }
}

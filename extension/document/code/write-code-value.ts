import type { Range } from '../ranges.ts'
import type { TextBuilder } from '../text-builder.ts'
import { choiceOf, wireName } from './class-members.ts'
import type { CodeMember, CodeValue } from './values.ts'
import { escapeForJson, writeWords } from './write-words.ts'

/** Stands for what is not known: a character that no text is written with. */
const UNKNOWN = '\ue000'
const UNKNOWN_VALUE = `"${UNKNOWN}"`

type Of<Kind extends CodeValue['kind']> = Extract<CodeValue, { kind: Kind }>

/** The place between two characters. */
const at = (offset: number): Range => ({ start: offset, end: offset })

/** What is set of each member last: a program may set one again. */
const lastOfEach = (members: readonly CodeMember[]): readonly CodeMember[] => {
  if (members.length < 2) return members
  const last = new Map(members.map((member) => [member.name.toLowerCase(), member]))
  return last.size === members.length ? members : members.filter((one) => last.get(one.name.toLowerCase()) === one)
}

/** Writes values of a program as JSON. */
class Writer {
  readonly #source: string
  readonly #builder: TextBuilder
  #unknownMembers = 0

  constructor(source: string, builder: TextBuilder) {
    this.#source = source
    this.#builder = builder
  }

  write(value: CodeValue): void {
    if (value.kind === 'text') this.#text(value)
    else if (value.kind === 'plain') this.#plain(value)
    else if (value.kind === 'list') this.#list(value)
    else if (value.kind === 'object') this.#object(value)
    else this.#builder.hole(UNKNOWN_VALUE, value)
  }

  #text({ start, end, parts }: Of<'text'>): void {
    this.#builder.write('"', at(start))
    for (const { literal, ...place } of parts) {
      if (!literal) this.#builder.hole(UNKNOWN, place)
      for (const part of literal?.parts ?? []) {
        if (!literal || part.isExpression) {
          this.#builder.hole(UNKNOWN, part)
          continue
        }
        const from = this.#builder.length
        writeWords({ source: this.#source, part, literal, as: 'json' }, this.#builder)
        this.#builder.writableValue(from, part, literal.quote)
      }
    }
    this.#builder.write('"', at(end))
  }

  #plain({ start, end, json }: Of<'plain'>): void {
    const from = this.#builder.length
    if (this.#source.slice(start, end) === json) this.#builder.copy(start, end)
    else this.#builder.write(json, { start, end })
    if (/^-?\d/.test(json)) this.#builder.writableValue(from, { start, end }, 'number')
  }

  #list({ start, end, items, isOpen }: Of<'list'>): void {
    this.#builder.write('[', { start, end: start + 1 })
    this.#separated(items, (item) => this.write(item))
    if (isOpen) {
      if (items.length > 0) this.#builder.write(',', at(end - 1))
      this.#builder.hole(UNKNOWN_VALUE, at(end - 1))
    }
    this.#builder.write(']', { start: end - 1, end })
  }

  #object({ start, end, members, isOpen, isTyped }: Of<'object'>): void {
    const told = isTyped ? lastOfEach(members) : members
    this.#builder.write('{', { start, end: start + 1 })
    this.#separated(told, (member) => this.#member(member, isTyped))
    if (isOpen) {
      if (told.length > 0) this.#builder.write(',', at(end - 1))
      this.#unknownMember(at(end - 1))
    }
    this.#builder.write('}', { start: end - 1, end })
  }

  /** A member that may be any. Its number keeps it apart from others: it is no second one of the same name. */
  #unknownMember(place: Range): void {
    this.#builder.hole(`"${UNKNOWN}${this.#unknownMembers++}"`, place)
    this.#builder.write(':0', at(place.end))
  }

  #member({ name: called, start, end, isQuoted, value }: CodeMember, isTyped: boolean): void {
    // The JSON name of a class's member may be another: what it is called here proves nothing.
    const name = isTyped ? wireName(called) : called
    if (name === undefined) {
      this.#unknownMember({ start, end: value.end })
      return
    }
    const [from, to] = isQuoted ? [start + 1, end - 1] : [start, end]
    this.#builder.write('"', { start, end: from })
    const offset = this.#builder.length
    if (this.#source.slice(from, to) === name && escapeForJson(name) === name) {
      this.#builder.copy(from, to)
      if (!isTyped) this.#builder.writableValue(offset, { start: from, end: to }, isQuoted ? 'double' : 'name')
    } else this.#builder.write(escapeForJson(name), { start: from, end: to })
    this.#builder.write('"', { start: to, end })
    this.#builder.write(':', { start: end, end: value.start })
    this.write(isTyped ? this.#known(name, value) : value)
  }

  /** A member's value, which may be a constant of an enumeration. */
  #known(name: string, value: CodeValue): CodeValue {
    const { start, end } = value
    const choice = value.kind === 'unknown' ? choiceOf(name, this.#source.slice(start, end)) : undefined
    return choice === undefined ? value : { kind: 'plain', json: JSON.stringify(choice), start, end }
  }

  #separated<Item extends Range>(items: readonly Item[], write: (item: Item) => void): void {
    for (const [index, item] of items.entries()) {
      if (index > 0) this.#builder.write(',', at(item.start))
      write(item)
    }
  }
}

/** Writes a program's value as JSON. */
export const writeCodeValue = (source: string, value: CodeValue, builder: TextBuilder): void =>
  new Writer(source, builder).write(value)

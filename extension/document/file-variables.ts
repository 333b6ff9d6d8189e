import type { SourceMap } from './source-map.ts'
import { TextBuilder } from './text-builder.ts'

/** Variables that a file gives a value to, by their names. */
export type FileVariables = ReadonlyMap<string, string>

/** `@phone = +4799999999`: the value is what is left of the line. */
const DEFINITION = /^[ \t]*@([\w.-]{1,100})[ \t]*=[ \t]*([^\n]*?)[ \t\r]*$/gm

const USE = /\{\{[ \t]*([\w.-]{1,100})[ \t]*\}\}/g

/** What a client may read otherwise than as it stands: other variables, quotes, escapes and comments. */
const UNSURE = /[{}"'\\`]|(?:^|\s)(?:#|\/\/)/

/** A longer value than this is no number, address or text that a person defines in a line. */
const VALUE_MAX_UNITS = 500

/** How much longer a body may get by what is filled in. */
const GROWTH_MAX_UNITS = 20_000

/** Names that a script or a prompt of the file may give another value: `client.global.set("phone", …)`, `# @prompt phone`. */
const SET_OTHERWISE = /(?:\bset\(\s*["'`]|@prompt[ \t]+|\bexports\.|\bvariables\.|--)([\w.-]{1,100})/g

/** The variables of an `.http` file whose one value stands in it. */
export function fileVariables(text: string): FileVariables {
  const values = new Map<string, string>()
  const unsure = new Set<string>()
  for (const [, name = '', value = ''] of text.matchAll(DEFINITION)) {
    const other = values.get(name)
    const isSure = value !== '' && value.length <= VALUE_MAX_UNITS && !UNSURE.test(value)
    if (!isSure || (other !== undefined && other !== value)) unsure.add(name)
    values.set(name, value)
  }
  if (values.size > 0) for (const [, name = ''] of text.matchAll(SET_OTHERWISE)) unsure.add(name)
  for (const name of unsure) values.delete(name)
  return values
}

/** A body in which the variables are filled in that have a value; `undefined` where it has none of them. */
export function filledIn(
  body: string,
  variables: FileVariables,
): { readonly text: string; readonly map: SourceMap } | undefined {
  if (variables.size === 0) return undefined
  const builder = new TextBuilder(body)
  let at = 0
  let grown = 0
  const takeOver = (until: number): void => {
    // No repair touches a variable: what is wrong in its value is written elsewhere.
    const start = at === 0 ? 0 : Math.min(at + 1, until)
    const end = until === body.length ? until : Math.max(start, until - 1)
    builder.copy(at, start)
    const from = builder.length
    builder.copy(start, end)
    if (start < end) builder.writable(from, { start, end }, 'as-is')
    builder.copy(end, until)
  }
  for (const { 0: use, 1: name = '', index } of body.matchAll(USE)) {
    const value = variables.get(name)
    if (value === undefined || grown + value.length > GROWTH_MAX_UNITS) continue
    grown += value.length
    takeOver(index)
    at = index + use.length
    builder.write(value, { start: index, end: at })
  }
  if (at === 0) return undefined
  takeOver(body.length)
  return builder.result()
}

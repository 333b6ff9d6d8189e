import { isJsonObject, type JsonValue } from '@straks/shared'
import type { Random } from '../../../scripts/corpora/random.ts'
import { makeRequest } from './documents.ts'
import type { MadeFile } from './files.ts'
import { makeLayout, write } from './layouts.ts'

/** Writes a text as one literal of a language. */
type Quoting = (text: string) => string

/** Stands for what a program fills in. */
const FILLED_IN = '\uf8ff'

/** A quoting that fills something in, written as the language has it. */
const filling =
  (expression: string, quoting: Quoting): Quoting =>
  (text) =>
    quoting(text).replaceAll(FILLED_IN, expression)

/** A value in some of whose texts something is filled in. */
function withFillings(value: JsonValue, random: Random): JsonValue {
  if (typeof value === 'string') {
    if (!random.chance(0.15)) return value
    const at = random.integer(0, value.length)
    return random.chance(0.5) ? FILLED_IN : value.slice(0, at) + FILLED_IN + value.slice(at)
  }
  if (Array.isArray(value)) return value.map((item: JsonValue) => withFillings(item, random))
  if (!isJsonObject(value)) return value
  const entries: [string, JsonValue][] = Object.entries(value as Record<string, JsonValue>)
  return Object.fromEntries(entries.map(([name, member]) => [name, withFillings(member, random)]))
}

const backslashed = (text: string, quote: string): string =>
  text
    .replaceAll(/[\\\n\r\t\0]|\u2028|\u2029/g, (unit) =>
      unit === '\\' ? '\\\\' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .replaceAll(quote, `\\${quote}`)

const oneLine = (text: string): string => text.replaceAll(/[\r\n\t]+ */g, ' ')

const indented = (text: string, indent: string): string => text.replaceAll(/\r?\n/g, (end) => end + indent)

/** More quotes than a text has in a row. */
const fence = (text: string): string =>
  '"'.repeat(Math.max(3, ...[...text.matchAll(/"+/g)].map(([run]) => run.length + 1)))

const block = (text: string): string => `${fence(text)}\n    ${indented(text, '    ')}\n    ${fence(text)}`

const double: Quoting = (text) => `"${backslashed(text, '"')}"`
const single: Quoting = (text) => `'${backslashed(text, "'")}'`
const backtick = filling(`\${a.b({c: "}"})}`, (text) => `\`${backslashed(text, '`').replaceAll('${', '\\${')}\``)
const raw = filling(`\${a}`, (text) => `String.raw\`${text.replaceAll(/[`]|\$\{/g, '')}\``)
const verbatim: Quoting = (text) => `@"${text.replaceAll('"', '""')}"`
const filled = filling('{a}', (text) => `$"${backslashed(text, '"').replaceAll(/[{}]/g, '$&$&')}"`)
const filledVerbatim = filling('{a}', (text) => `$@"${text.replaceAll(/["{}]/g, '$&$&')}"`)
const rawBlock: Quoting = block
const rawLine: Quoting = (text) => {
  const line = oneLine(text)
  return line === '' || line.startsWith('"') || line.endsWith('"') ? double(line) : fence(line) + line + fence(line)
}
const filledBlock = filling('{{{{{a}}}}}', (text) => `$$$$$${block(text)}`)
const textBlock: Quoting = (text) =>
  `"""\n    ${indented(text.replaceAll('\\', '\\\\').replaceAll('"""', '\\"\\"\\"'), '    ')}\n    """`
const template = filling(`\${a}`, (text) => double(text).replaceAll('$', '\\$'))
const rawTemplate = filling(`\${a}`, (text) => `"""${text.replaceAll('$', '').replaceAll('"""', '')}"""`)
const formatted = filling('%s', double)
const formattedBlock = filling('%s', textBlock)
const variable = filling('{{a}}', (text) => text)

const powershellSingle: Quoting = (text) => `'${text.replaceAll("'", "''")}'`
const powershellDouble = filling('$($a.b)', (text) => `"${text.replaceAll(/["$`]/g, '`$&')}"`)
const powershellHere: Quoting = (text) => `@'\n${text}\n'@`
const powershellFilled = filling('$a', (text) => `@"\n${text.replaceAll(/[$`]/g, '`$&')}\n"@`)
const shellSingle: Quoting = (text) => `'${text.replaceAll("'", String.raw`'\''`)}'`
const shellDouble = filling('$A', (text) => `"${text.replaceAll(/["$`\\]/g, String.raw`\$&`)}"`)
const hereDocument: Quoting = (text) => `$(cat <<'END'\n${text}\nEND\n)`
const hereFilled = filling(`\${A}`, (text) => `$(cat <<END\n${text.replaceAll(/[$`\\]/g, String.raw`\$&`)}\nEND\n)`)

const isName = (name: string): boolean => /^[a-z]\w*$/i.test(name)

/** Writes a value as a program builds it. */
function build(
  value: JsonValue,
  random: Random,
  quotings: readonly [Quoting, ...Quoting[]],
  object: (members: [string, string][]) => string,
  list: (items: string[]) => string,
): string {
  const inner = (one: JsonValue): string => build(one, random, quotings, object, list)
  if (typeof value === 'string') return random.pick(quotings)(value)
  if (Array.isArray(value)) return list(value.map(inner))
  if (!isJsonObject(value)) return JSON.stringify(value)
  return object(Object.entries(value as Record<string, JsonValue>).map(([name, member]) => [name, inner(member)]))
}

const scriptObject = (members: [string, string][]): string =>
  `{ ${members.map(([name, value]) => `${isName(name) ? name : `'${name}'`}: ${value}`).join(', ')} }`

const dictionary = (members: [string, string][]): string =>
  `new Dictionary<string, object> { ${members.map(([name, value]) => `["${name}"] = ${value}`).join(', ')} }`

const anonymous = (members: [string, string][]): string =>
  members.every(([name]) => isName(name))
    ? `new { ${members.map(([name, value]) => `${name} = ${value}`).join(', ')} }`
    : dictionary(members)

const scriptStrings = [double, single, backtick] as const
const csharpStrings = [double, verbatim, filled, rawLine, rawBlock] as const

const powershellStrings = [powershellSingle, powershellDouble] as const

const hashTable = (members: [string, string][]): string =>
  `@{ ${members.map(([name, value]) => `${isName(name) ? name : `'${name.replaceAll("'", "''")}'`} = ${value}`).join('; ')} }`

type Writer = (json: () => string, value: () => JsonValue, random: Random) => string

const assigned =
  (quotings: readonly [Quoting, ...Quoting[]], start: string): Writer =>
  (json, _, random) =>
    `${start} = ${random.pick(quotings)(json())};\n`

const WRITERS: readonly [readonly [string, Writer], ...(readonly [string, Writer])[]] = [
  ['made.ts', assigned([double, single, backtick, raw], 'const a')],
  [
    'made.js',
    (_, value, random) =>
      `send(${build(value(), random, scriptStrings, scriptObject, (items) => `[${items.join(', ')}]`)})\n`,
  ],
  ['made.cs', assigned([double, verbatim, filled, filledVerbatim, rawBlock, rawLine, filledBlock], 'var a')],
  [
    'Made.cs',
    (_, value, random) =>
      `var a = ${build(value(), random, csharpStrings, random.chance(0.5) ? anonymous : dictionary, (items) => `new object[] { ${items.join(', ')} }`)};\n`,
  ],
  ['Made.java', assigned([formatted, formattedBlock], 'String a')],
  ['made.kt', assigned([template, rawTemplate], 'val a')],
  ['made.ps1', assigned([powershellSingle, powershellDouble, powershellHere, powershellFilled], '$a')],
  [
    'Made.ps1',
    (_, value, random) =>
      `$a = ${build(value(), random, powershellStrings, hashTable, (items) => `@(${items.join(', ')})`)}\n`,
  ],
  [
    'made.sh',
    (json, _, random) => `BODY=${random.pick([shellSingle, shellDouble, hereDocument, hereFilled])(json())}\n`,
  ],
  [
    'made.yaml',
    (json) =>
      `type: collection.insomnia.rest/5.0\ncollection:\n  - body:\n      text: |-\n        ${indented(variable(json()), '        ')}\n`,
  ],
  ['made.bru', (json) => `body:json {\n  ${indented(variable(json()), '  ')}\n}\n`],
  [
    'made.md',
    (json, _, random) => {
      const indent = random.pick(['', '  ', '> '])
      return `# A\n\n${indent}\`\`\`json\n${indent}${indented(variable(json()), indent)}\n${indent}\`\`\`\n`
    },
  ],
  [
    'made.postman_collection.json',
    (json) =>
      JSON.stringify({
        info: { name: 'a', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
        item: [{ name: 'a', request: { method: 'POST', body: { mode: 'raw', raw: variable(json()) } } }],
      }),
  ],
]

/** A file that holds requests with mistakes among other things. */
export function makeProgram(random: Random): MadeFile {
  const [name, writer] = random.pick(WRITERS)
  const layout = makeLayout(random, { comments: false, lines: true })
  const request = (): JsonValue => withFillings(makeRequest(random), random)
  const one = (): string => writer(() => write(request(), layout, random), request, random)
  const isWhole = /\.(?:json|bru|yaml)$/.test(name)
  return { name, text: isWhole ? one() : Array.from({ length: random.integer(1, 3) }, one).join('\n') }
}

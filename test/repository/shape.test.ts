import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseAst } from 'vitest/node'
import { ROOT } from '../../scripts/run.ts'

/** A node of a syntax tree, as far as these tests look. */
type SyntaxNode = { readonly type: string; readonly start: number; readonly end: number } & Readonly<
  Record<string, unknown>
>

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const listOf = (value: unknown): readonly SyntaxNode[] => (Array.isArray(value) ? value.filter(isNode) : [])

function* nodesIn(value: unknown): Generator<SyntaxNode> {
  if (Array.isArray(value)) for (const item of value) yield* nodesIn(item)
  else if (isNode(value)) {
    yield value
    for (const child of Object.values(value)) if (typeof child === 'object') yield* nodesIn(child)
  }
}

const files = execFileSync(
  'git',
  ['ls-files', '-co', '--exclude-standard', 'shared', 'worker', 'extension', 'client'],
  {
    cwd: ROOT,
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((path) => /(?<!\.d)\.ts$/.test(path) && !/(?:^|\/)(?:generated|scripts)\//.test(path))
  .map((path) => {
    const text = readFileSync(ROOT + path, 'utf8')
    return { path, text, nodes: [...nodesIn(parseAst(text, { lang: 'ts' }))] }
  })

type SourceFile = (typeof files)[number]

/** Where the nodes are that a test finds, each with its text on one line. */
const found = (find: (node: SyntaxNode, file: SourceFile) => boolean): readonly string[] =>
  files.flatMap((file) =>
    file.nodes
      .filter((node) => find(node, file))
      .map(({ start, end }) => `${file.path}: ${file.text.slice(start, end).replaceAll(/\s+/g, ' ').slice(0, 100)}`),
  )

/** Functions of the platform and of libraries, which take what they take. */
const NOT_OURS = /(?:\.|\b)(?:literal|default|catch|importKey|reveal|toString|includes|put)$/

const nameOf = (node: unknown): string => (isNode(node) && typeof node.name === 'string' ? node.name : '')

/** A parameter's name, whatever it is unless another is given. */
const parameterName = (node: SyntaxNode): string =>
  node.type === 'AssignmentPattern'
    ? nameOf(node.left)
    : nameOf(node.type === 'TSParameterProperty' ? node.parameter : node)

/** The most parameters that a reader of a call tells apart by their places. */
const MOST_PARAMETERS = 4

/** A step of the domain or of a ledger takes its moment last, always in this order. */
const MOMENT: readonly string[] = ['nowMs', 'timing']

/** A call of `replace`, rows of a table, and a constructor that runs for every member of a document. */
const MANY_PARAMETERS = ['shared/language.ts', 'worker/api/http/problem.ts', 'shared/reading/read-field.ts']

/** Casts that say what the compiler cannot know. */
const CASTS = new Map([['client/http/call.ts', 'a conditional type is not narrowed in its own function']])

/** Names that an import changes for the sake of a local variable, or because of a library. */
const RENAMED = [
  'extension/cli/lint/read-source.ts: buffer as readStream',
  'extension/server/features/fix-all.ts: TextEdit as OffsetEdit',
  'worker/api/orders/create-order.ts: order as orderKind',
  'worker/api/receipts/group.ts: receiptRoutes as declared',
]

/** Types that two files have under one name, because they are two sides of one thing. */
const TWICE = new Map([
  ['Actions', 'what can be done on a page, one of each page'],
  ['Filter', 'what a page shows, one of each page'],
  ['AuditEntry', 'stored, and as the page reads it'],
  ['FeedEntry', 'stored, and as a client reads it'],
  ['Overview', 'an answer, and as the page reads it'],
  ['Shipment', 'stored, an answer, and as the page reads it'],
  ['ShipmentState', 'asked for by the API, and by the page'],
  ['ShipmentWithTimeline', 'an answer, and as the page reads it'],
])

/** The types, classes and schemas that a file exports. */
const typesOf = ({ nodes }: SourceFile): ReadonlySet<string> =>
  new Set(
    nodes.flatMap(({ type, declaration }) => {
      if (type !== 'ExportNamedDeclaration' || !isNode(declaration)) return []
      const named = declaration.type === 'VariableDeclaration' ? listOf(declaration.declarations) : [declaration]
      return named.map(({ id }) => nameOf(id)).filter((name) => /^[A-Z]\w*[a-z]/.test(name))
    }),
  )

describe('the code', () => {
  it('has one meaning for each name of a type', () => {
    const homes = new Map<string, string[]>()
    for (const file of files) for (const name of typesOf(file)) homes.set(name, [...(homes.get(name) ?? []), file.path])
    const twice = [...homes].filter(([, paths]) => paths.length > 1)
    expect(twice.filter(([name]) => !TWICE.has(name))).toEqual([])
    expect([...TWICE.keys()].filter((name) => !twice.some(([one]) => one === name))).toEqual([])
  })

  it('renames nothing on import to tell it from another of its name: the name itself says which it is', () => {
    const renamed = found((node) => node.type === 'ImportSpecifier' && nameOf(node.imported) !== nameOf(node.local))
    expect(renamed.filter((one) => !RENAMED.includes(one))).toEqual([])
    expect(RENAMED.filter((one) => !renamed.includes(one))).toEqual([])
  })

  it('passes no bare true or false to a function of its own: two verbs say it, or a named option', () => {
    const isFlag = (node: SyntaxNode) => node.type === 'Literal' && typeof node.value === 'boolean'
    const callee = ({ callee }: SyntaxNode, { text }: SourceFile) =>
      isNode(callee) ? text.slice(callee.start, callee.end) : ''
    expect(
      found(
        (node, file) =>
          (node.type === 'CallExpression' || node.type === 'NewExpression') &&
          listOf(node.arguments).some(isFlag) &&
          !NOT_OURS.test(callee(node, file)),
      ),
    ).toEqual([])
  })

  it(`tells at most ${MOST_PARAMETERS} parameters apart by their places`, () => {
    const parametersOf = (node: SyntaxNode) =>
      /Function/.test(node.type) ? listOf(node.params).filter((one) => !MOMENT.includes(parameterName(one))) : []
    const long = found((node) => parametersOf(node).length > MOST_PARAMETERS)
    expect(long.filter((one) => !MANY_PARAMETERS.some((path) => one.startsWith(`${path}: `)))).toEqual([])
  })

  it('casts no value: what comes from outside is parsed, and what is inside has its type', () => {
    const isConst = ({ typeAnnotation }: SyntaxNode, { text }: SourceFile) =>
      isNode(typeAnnotation) && text.slice(typeAnnotation.start, typeAnnotation.end) === 'const'
    const casts = found((node, file) => /^TS(?:As|TypeAssertion|NonNull)/.test(node.type) && !isConst(node, file))
    expect(casts.map((one) => one.split(': ')[0]).sort()).toEqual([...CASTS.keys()].sort())
  })
})

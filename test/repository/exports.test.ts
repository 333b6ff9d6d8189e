import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from '../../scripts/run.ts'

const FOLDERS = ['shared', 'worker', 'extension', 'client', 'scripts', 'bench', 'test']

const NO_CODE = /(^|\/)(node_modules|dist|generated)\/|\.d\.ts$/

/** What a platform or another program reads: the Worker's objects, the extension, the published client. */
const ENTRY = /^(?:worker\/(?:development\/)?index|extension\/client\/extension|client\/index|bench\/workers\/\w+)\.ts$/

/** Programs with the text of other programs in them. */
const GENERATOR = /^scripts\/generate\/(?:rule-index|phone-metadata)\.ts$/

/** What the Worker's bundle has in the place of another file: `alias` in wrangler.toml, `imports` of worker/package.json. */
const standIns = new Set(
  [...readFileSync(`${ROOT}wrangler.toml`, 'utf8').matchAll(/^"[^"]+" = "\.\/([\w/-]+\.ts)"$/gm)].map(
    ([, path = '']) => path,
  ),
)
  .add('worker/api/routing/undescribed.ts')
  .add('shared/schema/no-words.ts')

const files = FOLDERS.flatMap((folder) =>
  readdirSync(ROOT + folder, { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
).filter((path) => path.endsWith('.ts') && !NO_CODE.test(path))

const code = new Map(files.map((file) => [file, readFileSync(ROOT + file, 'utf8')]))

/** The doors of the workspaces that others import by name: `@straks/shared/text`. */
const doors = new Map(
  FOLDERS.filter((folder) => existsSync(`${ROOT}${folder}/package.json`)).flatMap((folder) => {
    const { exports = {} } = JSON.parse(readFileSync(`${ROOT}${folder}/package.json`, 'utf8'))
    return Object.entries(exports).map(
      ([name, path]) => [join('@straks', folder, name), join(folder, String(path))] as const,
    )
  }),
)

/** What a host chooses between: `imports` of the packages. */
const CONDITIONAL = new Map([
  ['#described', 'worker/api/routing/described.ts'],
  ['#numbering-plans', 'shared/contact/given-numbering-plans.ts'],
  ['#words', 'shared/schema/words.ts'],
])

const resolved = (file: string, target: string): string =>
  target.startsWith('.') ? join(dirname(file), target) : (doors.get(target) ?? CONDITIONAL.get(target) ?? target)

const DECLARED = /^export (?:async |abstract )*(?:const|function\*?|class|type) (\w+)/gm
const NAMED = /(?:import|export)\s+(?:type\s+)?\{([^}]*)\}\s*from\s*'([^']+)'/g
const WHOLE = /(?:\*(?: as \w+)? from\s*|import\(\s*)'([^']+)'/g
const FORWARDED = /^export (?:type )?\{([^}]*)\} from/gm

const namesIn = (list: string): readonly (readonly [string, string])[] =>
  list.split(',').flatMap((part) => {
    const [name = '', as = name] = part
      .trim()
      .replace(/^type /, '')
      .split(' as ')
    return name === '' ? [] : [[name, as] as const]
  })

/** Every name that some file reads of another: `file name`; `file *` where it reads all of them. */
const read = new Set(
  [...code].flatMap(([file, text]) => [
    ...[...text.matchAll(NAMED)].flatMap(([, list = '', target = '']) =>
      namesIn(list).map(([name]) => `${resolved(file, target)} ${name}`),
    ),
    ...[...text.matchAll(WHOLE)].map(([, target = '']) => `${resolved(file, target)} *`),
  ]),
)

describe('exports', () => {
  it('each have a reader in another file', () => {
    const unread = [...code].flatMap(([file, text]) => {
      const isEntry = ENTRY.test(file) || standIns.has(file)
      if (file.startsWith('test/') || isEntry || GENERATOR.test(file) || read.has(`${file} *`)) return []
      const declared = [...text.matchAll(DECLARED)].map(([, name = '']) => name)
      const forwarded = [...text.matchAll(FORWARDED)].flatMap(([, list = '']) => namesIn(list).map(([, as]) => as))
      return [...new Set([...declared, ...forwarded])]
        .filter((name) => !read.has(`${file} ${name}`))
        .map((name) => `${file}: ${name}`)
    })
    expect(unread).toEqual([])
  })
})

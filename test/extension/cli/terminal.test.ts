import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text as readText } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { builtTerminal } from '../../support/built-terminal/file.ts'
import { straks, straksWith } from '../support/straks.ts'

const ESCAPE = '\u001b'
const TURNED = '\u202e'

const request = (body: string, more = {}): string =>
  JSON.stringify({
    idempotencyId: 'a',
    recipientSms: { phoneNumber: '99999999', timeToLiveInSeconds: 120, smsSettings: { body, ...more } },
  })

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'straks-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text)

describe('a slip of the pen is told with what was meant', () => {
  it.each([
    ['an option', ['--fromat', 'json', 'a.json'], 'there is no option --fromat; did you mean --format?'],
    ['an option with a value', ['lint', '--max-warning=3'], 'no option --max-warning; did you mean --max-warnings?'],
    ['an option of preview', ['preview', '--enviroment', 'production'], 'did you mean --environment?'],
    ['a short option', ['-x'], 'there is no option -x\n'],
    ['a format', ['--format', 'jsn', 'a.json'], 'there is no format jsn; did you mean json?'],
    ['a profile', ['--profile', 'stric', 'a.json'], 'there is no profile stric; did you mean strict?'],
    ['a level', ['--rule', 'sms-parts=eror', 'a.json'], 'there is no level eror; did you mean error?'],
    ['an environment', ['preview', '--environment', 'produksjon', 'a.json'], 'did you mean production?'],
    ['a command', ['lnit', 'a.json'], 'there is no command lnit; did you mean lint?'],
    ['an action', ['admin', 'overveiw'], 'there is no action overveiw; did you mean overview?'],
  ])('%s', async (_, words, told) => {
    const { code, err } = await straks(words, folder)
    expect(code).toBe(2)
    expect(err).toContain(told)
  })

  it('and a file may be called what is nearly a command', async () => {
    await write('lnt', request('Hei'))
    expect((await straks(['lnt'], folder)).out).toContain('phone-number')
  })
})

describe('what a file says does not steer the terminal', () => {
  it('in findings, names of files and previews', async () => {
    const file = `${ESCAPE}[2J${TURNED}.notification.json`
    await write(file, request(`Hei\n${ESCAPE}[31m👩‍🦰\u009b`, { [`bo${ESCAPE}[31mdy\n`]: 'x' }))
    await writeFile(join(folder, `${ESCAPE}.notification.json`), Buffer.from([0xff]))
    const linted = await straks(['lint', '.'], folder)
    const previewed = await straks(['preview', file], folder)
    for (const text of [linted.out, linted.err, previewed.out]) {
      expect(text).toContain('\\u{1b}')
      expect(text).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
    }
    expect(linted.out).toContain('bo\\u{1b}[31mdy\\u{a}')
    expect(previewed.out).toContain('Hei\n\\u{1b}[31m👩‍🦰\\u{9b}')
  })
})

it('a configuration file does not steer it either', async () => {
  await write('straks.config.json', JSON.stringify({ [`${ESCAPE}[2J`]: 1, rules: { [TURNED]: 'off' } }))
  for (const words of [
    ['lint', '.'],
    ['preview', 'a.json'],
  ]) {
    const { code, err } = await straks(words, folder)
    expect(code).toBe(2)
    expect(err).toContain('\\u{1b}[2J')
    expect(err).not.toMatch(/[^\P{Cc}\n]|\u202e/u)
  }
})

it.each([
  ['en', '1 error, 0 warnings, 1 advice (2 can be fixed with --fix)\nstraks explain RULE tells more'],
  ['nb', '1 feil, 0 advarsler, 1 råd (2 kan rettes med --fix)\nstraks explain RULE forteller mer'],
  ['nn', '1 feil, 0 åtvaringar, 1 råd (2 kan rettast med --fix)\nstraks explain RULE fortel meir'],
])('is summed up in the language of its findings: %s', async (language, summary) => {
  await write('a.notification.json', request('Hei “du”'))
  expect((await straks(['--language', language, '.'], folder)).out).toContain(summary)
  await write('straks.config.json', JSON.stringify({ language }))
  expect((await straks(['.'], folder)).out).toContain(summary)
})

it('has colours where they are asked for, and none in a pipe', async () => {
  await write('a.notification.json', request('Hei'))
  for (const env of [{ NO_COLOR: '' }, { NO_COLOR: '1' }, { FORCE_COLOR: '0' }])
    expect((await straksWith(env, ['.'], folder)).out).not.toContain(ESCAPE)
  const { out } = await straksWith({ NO_COLOR: '', FORCE_COLOR: '1' }, ['.'], folder)
  expect(out).toContain(`${ESCAPE}[31merror      ${ESCAPE}[39m`)
})

it('runs on the first Node that it promises, which lacks what later ones have', async () => {
  await write('a.notification.json', request('Hei “du”'))
  await write(
    'first.cjs',
    `delete require('node:util').styleText
    delete process.getBuiltinModule
    for (const name of ['withResolvers', 'try']) delete Promise[name]
    for (const whole of [Object, Map]) delete whole.groupBy
    for (const name of ['fromAsync']) delete Array[name]
    for (const name of ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom']) delete Set.prototype[name]
    for (const name of ['map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find']) delete Iterator.prototype[name]`,
  )
  const env = { NODE_OPTIONS: `--require=${join(folder, 'first.cjs')}` }
  const runs = [
    ['lint', '.'],
    ['lint', '--fix', '.'],
    ['preview', 'a.notification.json'],
    ['explain', 'sms-parts'],
    ['--help'],
  ]
  for (const words of runs) expect((await straksWith(env, words, folder)).err, words.join(' ')).toBe('')
})

describe('an output', () => {
  /** Runs the tool with an output that is closed after its first bytes, as `| head -1` does. */
  async function closing(words: readonly string[]) {
    const child = spawn(process.execPath, [builtTerminal(), ...words], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const [[code], err] = await Promise.all([once(child, 'close'), readText(child.stderr)])
    return { code, err }
  }

  it('that is no longer read ends nothing with a fright', async () => {
    await write('a.notification.jsonl', `${request('Hei')}\n`.repeat(900))
    expect(await closing(['--format', 'json', '.'])).toEqual({ code: 1, err: '' })
    expect(await closing(['explain', 'sms-parts'])).toEqual({ code: 0, err: '' })
  })

  it.runIf(process.platform === 'linux')('that cannot be written is told', async () => {
    await write('a.notification.json', request('Hei'))
    const child = spawn('sh', ['-c', '"$0" "$1" . >/dev/full', process.execPath, builtTerminal()], { cwd: folder })
    const [[code], err] = await Promise.all([once(child, 'close'), readText(child.stderr)])
    expect({ code, err }).toEqual({ code: 2, err: 'straks: the output cannot be written (ENOSPC)\n' })
  })
})

it.each([
  ['that was named', ['--config', '.', 'a.json']],
  ['that was found', ['a.json']],
])('a configuration file %s and cannot be read is told in a line', async (_, words) => {
  await write('a.json', request('Hei'))
  await mkdir(join(folder, 'straks.config.json'))
  const { code, err } = await straks(words, folder)
  expect(code).toBe(2)
  expect(err).toMatch(/^straks: \S+: cannot be read \(EISDIR\)\n$/)
})

it.each([
  ['{ "langauge": "nb", "fils": [] }', 'langauge: there is no setting langauge; did you mean language?'],
  ['{ "langauge": "nb", "fils": [] }', 'fils: there is no setting fils; did you mean files?'],
  ['{ "language": "no" }', 'language: it must be one of en, nb, nn'],
  ['{ "files": "a.json" }', 'files: it must be a list'],
  ['{ "rules": { "sms-parts": "of" } }', 'rules.sms-parts: it must be one of error, warning'],
  ['[]', 'straks.config.json: it must be an object'],
  ['{\n  // Bokmål\n  "language": "nb"\n}', 'it is not JSON: line 2: JSON has no comments; move it out.\n'],
  ['// x\n{"language":"nb"}', 'it is not JSON: line 1: JSON has no comments; move it out.\n'],
  ['{\n  "language": "nb",\n}', 'it is not JSON: line 2: JSON allows no comma after the last one'],
  ['{', 'it is not JSON: line 1: A closing `}` is missing'],
  ['', 'it is not JSON\n'],
])('what is wrong with a configuration file is told in plain words: %s', async (text, told) => {
  await write('straks.config.json', text)
  const { code, err } = await straks(['a.json'], folder)
  expect(code).toBe(2)
  expect(err).toContain(told)
})

it.each(['d(1)', 'app/(group)/[id]', 'a!b', '{a,b}', 'a*b?', '+(a)'])('a folder may be called %s', async (name) => {
  await mkdir(join(folder, name, 'deep'), { recursive: true })
  await write(`${name}/deep/[a].notification.json`, request('Hei'))
  for (const written of [name, `./${name}/`, join(folder, name)])
    expect((await straks(['--format', 'github', written], folder)).out).toContain('deep/[a].notification.json')
  expect((await straks(['lint', '--format', 'github', '.'], join(folder, name))).out).toContain(
    '=deep/[a].notification',
  )
})

it('sarif names a file as an address does', async () => {
  const file = 'a:b #1?%20æ.notification.json'
  await write(file, request('Hei'))
  const { out } = await straks(['--format', 'sarif', file], folder)
  const { uri } = JSON.parse(out).runs[0].results[0].locations[0].physicalLocation.artifactLocation
  const address = new URL(uri, 'file:///source/')
  expect(address.href).toMatch(/^file:\/\/\/source\//)
  expect(decodeURIComponent(address.pathname)).toBe(`/source/${file}`)
})

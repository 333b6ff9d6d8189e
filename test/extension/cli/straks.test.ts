import { chmod, link, lstat, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readSource, writeSource } from '../../../extension/cli/lint/read-source.ts'
import { straks, straksWithin } from '../support/straks.ts'

const request = (phoneNumber: string, timeToLiveInSeconds: number): string =>
  JSON.stringify({
    idempotencyId: 'a',
    recipientSms: { phoneNumber, timeToLiveInSeconds, smsSettings: { body: 'Hei' } },
  })

const GOOD = request('+4799999999', 120)
const BAD = request('99999999', 120)
const WARNED = request('+4799999999', 30)

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'straks-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const write = (name: string, text: string): Promise<void> => writeFile(join(folder, name), text)

describe('the exit code', () => {
  it('is 0 for a clean file', async () => {
    await write('a.notification.json', GOOD)
    expect(await straks(['lint', 'a.notification.json'], folder)).toEqual({ code: 0, out: '', err: '' })
  })

  it('is 1 for an error', async () => {
    await write('a.notification.json', BAD)
    expect((await straks(['lint', 'a.notification.json'], folder)).code).toBe(1)
  })

  it('is 1 for more warnings than are let pass', async () => {
    await write('a.notification.json', WARNED)
    expect((await straks(['a.notification.json'], folder)).code).toBe(1)
    expect((await straks(['--max-warnings', '1', 'a.notification.json'], folder)).code).toBe(0)
  })

  it('is 1 for more warnings than are let pass, also where not all of them are told', async () => {
    await write('a.notification.jsonl', `${WARNED}\n`.repeat(1_100))
    expect((await straks(['--max-warnings', '1099', 'a.notification.jsonl'], folder)).code).toBe(1)
    expect((await straks(['--max-warnings', '1100', 'a.notification.jsonl'], folder)).code).toBe(0)
  })

  it.each([
    ['no file', []],
    ['an unknown format', ['--format', 'yaml', 'a.json']],
    ['an unknown option', ['--frobnicate', 'a.json']],
    ['a file that is not there', ['gone.json']],
    ['a pattern that finds nothing', ['*.notification.json']],
    ['a rule without a level', ['--rule', 'sms-parts', 'a.json']],
    ['a rule that does not exist', ['--rule', 'sms-prts=off', 'a.json']],
    ['an unknown option of lint', ['lint', '--bogus']],
    ['an unknown option of explain', ['explain', '--bogus']],
    ['two rules to explain', ['explain', 'sms-parts', 'sms-encoding']],
    ['an unknown option of preview', ['preview', '--bogus', 'a.json']],
    ['an unknown option of lsp', ['lsp', '--stdio', '--bogus']],
    ['a word that lsp does not take', ['lsp', '--stdio', 'a.json']],
    ['no way to speak to lsp', ['lsp']],
    ['an unknown option of mcp', ['mcp', '--bogus']],
    ['a word that mcp does not take', ['mcp', 'serve']],
    ['an unknown option of admin', ['admin', 'overview', '--bogus']],
    ['an option that an action of admin does not take', ['admin', 'pause', 'link', '--organization', 'ttd']],
    ['an empty option of admin', ['admin', 'find', '--recipient', '']],
    ['a filter beside a shipment', ['admin', 'redrive', 'caa7f1c0-9d7b-8e56-8d3f-5350f4eb9301', '--state', 'dead']],
    ['a word after --version', ['--version', '--bogus']],
    ['help on a command that does not exist', ['help', 'bogus']],
  ])('is 2 for %s', async (_, words) => {
    const { code, err } = await straks(words, folder)
    expect(code).toBe(2)
    expect(err).toMatch(/^straks: /)
  })

  it('is 2 for a file that is no text, and the others are linted all the same', async () => {
    await writeFile(join(folder, 'a.notification.json'), Buffer.from([0xff, 0xfe, 0x00]))
    await write('b.notification.json', BAD)
    const { code, out } = await straks(['--format', 'json', 'a.notification.json', 'b.notification.json'], folder)
    expect(code).toBe(2)
    expect(JSON.parse(out)).toMatchObject([{ file: 'b.notification.json' }])
  })
})

describe('help', () => {
  it.each(['lint', 'explain', 'preview', 'lsp', 'mcp', 'admin'])('on %s is had in three ways', async (name) => {
    const { code, out } = await straks([name, '--help'], folder)
    expect(code).toBe(0)
    expect(out).toMatch(new RegExp(`^Usage: straks ${name}`))
    expect((await straks([name, '-h'], folder)).out).toBe(out)
    expect((await straks(['help', name], folder)).out).toBe(out)
  })
})

describe('a token', () => {
  it.each([
    ['that is not there', undefined, 'token: cannot be read'],
    ['that is empty', '\n', 'there is no token'],
    ['that is a whole answer', '{\n  "access_token": "x"\n}\n', 'the token is none'],
  ])('%s is not sent anywhere', async (_what, token, told) => {
    if (token !== undefined) await write('token', token)
    const run = await straks(['admin', 'overview', '--url', 'http://127.0.0.1:1', '--token-file', 'token'], folder)
    expect(run).toMatchObject({ code: 2, out: '' })
    expect(run.err).toContain(told)
  })
})

describe('the format', () => {
  beforeEach(() => write('a.notification.json', `[\n${BAD},\n${WARNED}\n]`))

  it('json is one array in the order of places', async () => {
    const { out } = await straks(['--format', 'json', 'a.notification.json'], folder)
    const at = (line: number, character: number) => ({ line, character })
    expect(JSON.parse(out)).toMatchObject([
      {
        file: 'a.notification.json',
        code: 'phone-number',
        severity: 'error',
        pointer: '/0/recipientSms/phoneNumber',
        range: { start: at(1, 51), end: at(1, 61) },
        fix: {
          title: 'Add the Norwegian country code',
          edits: [{ range: { start: at(1, 52), end: at(1, 52) }, newText: '+47' }],
        },
      },
      { code: 'time-to-live', severity: 'warning', pointer: '/1/recipientSms/timeToLiveInSeconds' },
    ])
  })

  it('stylish is what the problem matcher reads', async () => {
    const { out } = await straks(['a.notification.json'], folder)
    const [file = '', first = ''] = out.split('\n')
    const manifest = JSON.parse(await readFile(new URL('../../../extension/package.json', import.meta.url), 'utf8'))
    const [fileLine, findingLine] = manifest.contributes.problemMatchers[0].pattern
    expect(new RegExp(fileLine.regexp).exec(file)?.[1]).toBe('a.notification.json')
    expect(new RegExp(findingLine.regexp).exec(first)?.slice(1, 4)).toEqual(['2', '52', 'error'])
    expect(out).toContain('1 error, 1 warning')
  })

  it('sarif names the rule, the place and the repair', async () => {
    const { out } = await straks(['--format', 'sarif', 'a.notification.json'], folder)
    expect(JSON.parse(out)).toMatchObject({
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'straks',
              rules: [
                {
                  id: 'phone-number',
                  helpUri: 'https://github.com/straks/straks/blob/main/docs/rules/phone-number.md',
                },
                { id: 'time-to-live' },
              ],
            },
          },
          results: [
            {
              ruleId: 'phone-number',
              ruleIndex: 0,
              level: 'error',
              locations: [{ physicalLocation: { region: { startLine: 2, startColumn: 52 } } }],
              fixes: [{ description: { text: 'Add the Norwegian country code' } }],
            },
            { ruleId: 'time-to-live', level: 'warning' },
          ],
        },
      ],
    })
  })

  it('sarif describes all that may be found, also what is no rule', async () => {
    await write('b.notification.json', '{}')
    await write('c.notification.json', '{')
    const { out } = await straks(['--format', 'sarif', 'b.notification.json', 'c.notification.json'], folder)
    const [{ tool }] = JSON.parse(out).runs
    expect(tool.driver.rules).toHaveLength(2)
    for (const rule of tool.driver.rules) expect(rule.shortDescription.text, rule.id).toMatch(/\w/)
  })

  it('github annotates lines', async () => {
    const { out } = await straks(['--format', 'github', 'a.notification.json'], folder)
    expect(out.split('\n')[0]).toMatch(
      /^::error file=a\.notification\.json,line=2,endLine=2,col=52,endColumn=62,title=phone-number::/,
    )
  })

  it.each(['json', 'sarif', 'github', 'junit', 'gitlab'])(
    '%s links to the page of each rule, in its language',
    async (format) => {
      const { out } = await straks(['--format', format, '--language', 'nb', 'a.notification.json'], folder)
      for (const code of ['phone-number', 'time-to-live'])
        expect(out).toContain(`https://github.com/straks/straks/blob/main/docs/rules/nb/${code}.md`)
    },
  )

  it('junit counts each finding as a failure', async () => {
    const { out } = await straks(['--format', 'junit', 'a.notification.json'], folder)
    expect(out).toContain('<testsuite name="a.notification.json" tests="2" failures="2" errors="0">')
  })
})

describe('the configuration', () => {
  it('is read as it is where it begins with a byte-order mark', async () => {
    await write('a.notification.json', BAD)
    await write('straks.config.json', '\ufeff{ "rules": { "phone-number": "off" }, "files": ["*.json"] }')
    expect(await straks(['lint'], folder)).toEqual({ code: 0, out: '', err: '' })
  })
})

describe('a file of a kind that is not looked into', () => {
  const python = `body = ${BAD}\n`

  it.each([
    ['a.py', python],
    ['a.feature', `Feature: sms\n  And request ${BAD}\n`],
    ['a.j2', `{% if sms %}${BAD}{% endif %}`],
    ['a.mustache', `{{#sms}}${BAD}{{/sms}}`],
    ['a.toml', '[recipientSms]\nphoneNumber = "99999999"\n'],
    ['a.hurl', `POST https://x.no\n${BAD}\nHTTP 201\n`],
  ])('is told to be one where it is named, and neither judged nor changed: %s', async (name, text) => {
    await write(name, text)
    const err = `straks: ${name}: cannot be read (neither JSON nor a kind of file that is looked into)\n`
    expect(await straks(['--fix', name], folder)).toEqual({ code: 2, out: '', err })
    expect(await straks(['a.*'], folder)).toEqual({ code: 0, out: '', err: '' })
    expect(await readFile(join(folder, name), 'utf8')).toBe(text)
  })

  it('is told, also where what holds no request is passed over, if it cannot be read', async () => {
    await write('a.py', python)
    await writeFile(join(folder, 'binary'), Buffer.from([0xff, 0xfe, 0x00, 0xd8]))
    await symlink('loop.notes', join(folder, 'loop.notes'))
    const names = ['a.py', 'binary', 'loop.notes', 'a.py/inner.notes', 'missing.notes']
    expect(await straks(['--ignore-unknown', ...names], folder)).toEqual({
      code: 2,
      out: '',
      err: [
        'straks: loop.notes: cannot be read (ELOOP)\n',
        'straks: a.py/inner.notes: cannot be read (ENOTDIR)\n',
        'straks: missing.notes: cannot be read (ENOENT)\n',
      ].join(''),
    })
    expect(await straks(['--ignore-unknown', 'a.py', 'binary'], folder)).toEqual({ code: 0, out: '', err: '' })
  })

  it.each(['a.txt', 'a', '.request'])('is judged where it is JSON: %s', async (name) => {
    await write(name, `\n ${BAD}`)
    expect((await straks([name], folder)).out).toContain('phone-number')
    await write(name, '{ "recipientSms": ')
    expect((await straks([name], folder)).out).toContain('json-syntax')
  })
})

describe('the rules', () => {
  it('are told with what is checked before them', async () => {
    expect((await straks(['explain'], folder)).out).toMatch(/^json-syntax: .+\nschema: .+\n/)
  })
})

describe('a repair', () => {
  it('rewrites the file and leaves the rest of it as it was', async () => {
    await write('a.notification.json', `\ufeff[\r\n\t${BAD},\r\n\t${WARNED},\r\n]\r\n`)
    expect((await straks(['--fix', 'a.notification.json'], folder)).code).toBe(0)
    const fixed = `\ufeff[\r\n\t${GOOD},\r\n\t${request('+4799999999', 60)}\r\n]\r\n`
    expect(await readFile(join(folder, 'a.notification.json'), 'utf8')).toBe(fixed)
  })

  const isPosix = process.platform !== 'win32'

  it.runIf(isPosix)('keeps what a file is: who may do what with it, its other names, and the links to it', async () => {
    const sub = join(folder, 'in')
    await mkdir(sub)
    for (const name of ['mode', 'named', 'linked']) await write(`in/${name}.notification.json`, BAD)
    await chmod(join(sub, 'mode.notification.json'), 0o751)
    await link(join(sub, 'named.notification.json'), join(sub, 'other-name'))
    await symlink('in/linked.notification.json', join(folder, 'link.notification.json'))
    const files = ['in/mode.notification.json', 'in/named.notification.json', 'link.notification.json']
    expect(await straks(['--fix', ...files], folder)).toEqual({ code: 0, out: '', err: '' })
    expect((await stat(join(sub, 'mode.notification.json'))).mode & 0o777).toBe(0o751)
    expect((await lstat(join(folder, 'link.notification.json'))).isSymbolicLink()).toBe(true)
    for (const name of ['mode.notification.json', 'named.notification.json', 'other-name', 'linked.notification.json'])
      expect(await readFile(join(sub, name), 'utf8')).toBe(GOOD)
    expect((await readdir(sub)).length).toBe(4)
  })

  it.runIf(isPosix)('that cannot be written whole leaves the file as it was', async () => {
    const text = `[${`${GOOD},`.repeat(1_000)}${BAD}]`
    await write('a.notification.json', text)
    const { code, err } = await straksWithin(8, ['--fix', 'a.notification.json'], folder)
    expect([code, err]).toEqual([2, 'straks: a.notification.json: cannot be written (EFBIG)\n'])
    expect(await readFile(join(folder, 'a.notification.json'), 'utf8')).toBe(text)
    expect(await readdir(folder)).toEqual(['a.notification.json'])
  })

  it('leaves a file alone that has changed since it was read', async () => {
    const file = join(folder, 'a.notification.json')
    await write('a.notification.json', BAD)
    const source = await readSource({ file, named: true }, '')
    if (!source.ok) throw new Error(source.failure)
    await write('a.notification.json', WARNED)
    expect(await writeSource(source.value, GOOD)).toEqual({ ok: false, failure: 'changed meanwhile' })
    expect(await readFile(file, 'utf8')).toBe(WARNED)
    expect(await readdir(folder)).toEqual(['a.notification.json'])
  })

  it('of standard input goes to standard output', async () => {
    const { code, out, err } = await straks(['--fix', '-'], folder, BAD)
    expect([code, out, err]).toEqual([0, GOOD, ''])
  })
})

describe('repairs', () => {
  const LINK = request('+4799999999', 120).replace('"Hei"', '"Se altinn.no"')

  it('are all told as JSON, and the one that would be made as `fix`', async () => {
    await write('a.notification.json', `[${BAD},${LINK}]`)
    const { out } = await straks(['--format', 'json', 'a.notification.json'], folder)
    const [number, link] = JSON.parse(out)
    expect(number).toMatchObject({ fix: { title: 'Add the Norwegian country code' }, repairs: [{ safety: 'safe' }] })
    expect(link).toMatchObject({
      code: 'link-forbidden',
      repairs: [{ safety: 'suggested', title: 'Name the site instead' }, { safety: 'suggested' }],
    })
    expect(link.fix).toBeUndefined()
  })

  it('that a person has to choose are not made', async () => {
    await write('a.notification.json', LINK)
    expect((await straks(['--fix', 'a.notification.json'], folder)).code).toBe(1)
    expect(await readFile(join(folder, 'a.notification.json'), 'utf8')).toBe(LINK)
  })

  it('are not looked for behind two byte-order marks, which the API does not read', async () => {
    await write('a.notification.json', `\ufeff\ufeff${BAD}`)
    const { code, err } = await straks(['--fix', '.'], folder)
    expect(code).toBe(2)
    expect(err).toContain('two byte-order marks')
  })

  it('of standard input keep its byte-order mark', async () => {
    expect((await straks(['--fix', '-'], folder, `\ufeff${BAD}\r\n`)).out).toBe(`\ufeff${GOOD}\r\n`)
  })
})

describe('what is linted', () => {
  it('is standard input under the name it is given', async () => {
    const words = ['--format', 'json', '--stdin-filename', 'b.notification.jsonl', '-']
    const { code, out } = await straks(words, folder, `${GOOD}\n\n${BAD}\n`)
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject([
      { file: 'b.notification.jsonl', range: { start: { line: 2 } }, pointer: '/recipientSms/phoneNumber' },
    ])
  })

  it('is every promising file of a folder, each once', async () => {
    await write('b.varsling.jsonc', `// Kommentar\n${BAD}`)
    await write('a.notification.json', BAD)
    await write('other.json', '{ "name": 1, }')
    const { out } = await straks(['--format', 'json', '.', 'a.notification.json'], folder)
    const reports: { file: string }[] = JSON.parse(out)
    expect(reports.map(({ file }) => file)).toEqual(['a.notification.json', 'b.varsling.jsonc'])
  })

  it('is no other JSON, unless it was named and cannot be read', async () => {
    await write('package.json', '{ "name": "x" }')
    await write('broken.json', '{ "recip')
    expect((await straks(['package.json'], folder)).code).toBe(0)
    const { code, out } = await straks(['--format', 'json', 'broken.json'], folder)
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject([{ code: 'json-syntax' }])
  })

  it('is no file of another kind that has comments, which is read all the same', async () => {
    await write('tsconfig.json', '{\n  // Strict.\n  "compilerOptions": { "strict": true, },\n}\n')
    expect(await straks(['tsconfig.json'], folder)).toMatchObject({ code: 0, out: '' })
  })

  it('is only what holds requests where the hook of pre-commit names every file of a change', async () => {
    const hook = await readFile(new URL('../../../.pre-commit-hooks.yaml', import.meta.url), 'utf8')
    const [, words = ''] = /^ {2}entry: straks (.+)$/m.exec(hook) ?? []
    await write('settings.json', '{ "files.exclude": {')
    await write('empty.json', '')
    await writeFile(join(folder, 'latin.md'), Buffer.from([0xe6]))
    const others = ['settings.json', 'empty.json', 'latin.md']
    expect(await straks([...words.split(' '), ...others], folder)).toMatchObject({ code: 0, out: '', err: '' })
    await write('a.notification.json', '{')
    await write('b.json', BAD)
    const { out } = await straks(
      [...words.split(' '), '--format', 'json', ...others, 'a.notification.json', 'b.json'],
      folder,
    )
    const reports: { file: string }[] = JSON.parse(out)
    expect(new Set(reports.map(({ file }) => file))).toEqual(new Set(['a.notification.json', 'b.json']))
    expect(await straks([...words.split(' '), 'missing.json'], folder)).toMatchObject({
      code: 2,
      err: expect.stringContaining('missing.json'),
    })
  })

  it('is said in the language and by the weights that were asked for', async () => {
    await write('a.notification.json', BAD)
    const words = ['--language', 'nn', '--rule', 'phone-number=hint', '--format', 'json', 'a.notification.json']
    const { code, out } = await straks(words, folder)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([{ severity: 'hint', message: expect.stringContaining('manglar landkode') }])
  })
})

describe('a file whose name promises a request', () => {
  it.each([
    ['a.notification.json', 'move it out, or name the file `.jsonc`.'],
    ['a.notification.jsonl', 'move it out.'],
  ])('is to have another name for its comments only where it may: %s', async (name, advice) => {
    await write(name, '{"notificationChannel": "Email" /* why */}')
    expect((await straks([name], folder)).out).toContain(`JSON has no comments; ${advice} `)
  })

  it.each([
    ['a misspelt member at the top', GOOD.replace('recipientSms', 'recipentSms'), ['schema', 'unknown-member']],
    ['nothing', '', ['json-syntax']],
    ['an empty list', '[ ]\n', ['json-syntax']],
    ['an empty object', '{}', ['schema']],
    ['something else', '{ "name": "package", "version": "1.0.0" }', ['schema']],
  ])('is found wanting where it has %s', async (_what, text, codes) => {
    await write('a.notification.json', text)
    const { code, out } = await straks(['--format', 'json', 'a.notification.json'], folder)
    expect(code).toBe(1)
    const found: readonly { code: string }[] = JSON.parse(out)
    expect(found.map((one) => one.code).sort()).toEqual(codes)
  })
})

describe('a folder', () => {
  it('is searched for requests by what is in its files, whatever they are called', async () => {
    await mkdir(join(folder, 'sub/node_modules'), { recursive: true })
    await write('otp.json', BAD)
    await write('sub/send.http', `POST {{host}}/future/orders/instant/sms\n\n${BAD}\n`)
    await write('sub/all.jsonl', `${GOOD}\n${BAD}\n`)
    await write('sub/node_modules/a.json', BAD)
    const { code, out } = await straks(['--format', 'json', '.'], folder)
    expect(code).toBe(1)
    const found: readonly { file: string; code: string }[] = JSON.parse(out)
    expect(found.map((one) => [one.file, one.code])).toEqual([
      ['otp.json', 'phone-number'],
      ['sub/all.jsonl', 'phone-number'],
      ['sub/send.http', 'phone-number'],
    ])
  })

  it('may have any other files', async () => {
    await write('package.json', '{ "name": "x", "version": "1.0.0" }')
    await write('nb.json', '{ "notificationChannel": "Varslingskanal", "emailBody": "Se https://example.com" }')
    await write(
      'appsettings.json',
      '{ "AllowedHosts": "*", "Notification": { "NotificationChannel": "Sms", "SmsBody": "" } }',
    )
    await write('broken.json', '{ "a": ')
    await writeFile(join(folder, 'latin1.json'), Buffer.from([0x22, 0xe6, 0x22]))
    await write('answers.http', 'GET https://example.com\n\n{ "a": }')
    expect(await straks(['.'], folder)).toEqual({ code: 0, out: '', err: '' })
  })

  it('is searched without following links, which may lead anywhere, or to itself', async () => {
    await mkdir(join(folder, 'in'), { recursive: true })
    await mkdir(join(folder, 'out'), { recursive: true })
    await write('in/a.notification.json', BAD)
    await write('out/b.notification.json', BAD)
    await symlink('..', join(folder, 'in/loop'))
    await symlink('../out', join(folder, 'in/out'))
    await symlink('../out/b.notification.json', join(folder, 'in/b.notification.json'))
    const { out } = await straks(['--format', 'json', '--fix', 'in'], folder)
    expect(JSON.parse(out)).toEqual([])
    expect(await readFile(join(folder, 'in/a.notification.json'), 'utf8')).toBe(GOOD)
    expect(await readFile(join(folder, 'out/b.notification.json'), 'utf8')).toBe(BAD)
    // Who names a link means it.
    const named = await straks(['--format', 'json', 'in/out', 'in/b.notification.json'], folder)
    expect(JSON.parse(named.out)).toMatchObject([
      { file: 'in/out/b.notification.json' },
      { file: 'in/b.notification.json' },
    ])
  })

  it('tells what Altinn alone takes, and lets it pass', async () => {
    const recipient = { emailAddress: 'ola', emailSettings: { subject: 'Brev', body: 'Se https://a.no' } }
    await write('composed.json', JSON.stringify({ idempotencyId: '1', recipient }))
    const { code, out } = await straks(['--format', 'json', '.'], folder)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([
      {
        code: 'request-elsewhere',
        severity: 'information',
        message: expect.stringContaining('/orders/composed-email'),
      },
    ])
  })
})

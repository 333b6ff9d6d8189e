import { describe, expect, it } from 'vitest'
import { type FileForm, fileForm } from '../../../extension/document/file-form.ts'
import { capFindings } from '../../../extension/lint/cap-findings.ts'
import { findingsOfFile, lintFile } from '../../../extension/lint/lint-file.ts'
import { DEFAULT_LINT_OPTIONS, type LintOptions } from '../../../extension/lint/options.ts'
import { fixText } from '../../../extension/repair/fix-file.ts'
import { threadMilliseconds } from '../../support/thread-time.ts'

/** Characters of the shorter text. */
const SMALL = 24 * 1024

/** Four times the text may take four times as long, and on a busy machine three times that; a square takes sixteen. */
const GROWTH = 4
const SLACK = 3
/** Below this a clock tells chance, not growth. */
const FLOOR_MS = 40
const RUNS = 2

const form = (name: string): FileForm => {
  const found = fileForm(name)
  if (!found) throw new Error(name)
  return found
}

/** A text with parts repeated until it has a length. */
const repeated =
  (before: string, part: string, after = '') =>
  (length: number) =>
    before + part.repeat(Math.ceil(length / part.length)) + after

/** The same with parts that differ, so that none has been seen before. */
const numbered =
  (before: string, part: (number: number) => string, after = '') =>
  (length: number) => {
    let text = before
    for (let number = 0; text.length < length; number++) text += part(number)
    return text + after
  }

const sms = (body: string): [string, string] => [
  `{"idempotencyId":"a","recipientSms":{"phoneNumber":"+4799999999","timeToLiveInSeconds":120,"smsSettings":{"body":"${body}`,
  '"}}}',
]
const mail = (body: string): [string, string] => [
  `{"notificationTemplate":"CustomMessage","notificationChannel":"Email","emailSubject":"a","emailBody":"${body}`,
  '"}',
]
const around = ([before, after]: [string, string], part: string) => repeated(before, part, after)

const TEXTS: readonly (readonly [string, string, (length: number) => string])[] = [
  ['values without names', 'a.notification.json', repeated('{"recipientSms":', '1,,')],
  ['a member many times', 'a.notification.json', repeated('{"a":1', ',"A":1', '}')],
  ['names alone', 'a.notification.json', repeated('{', '"a" ')],
  ['commas between elements', 'a.notification.json', repeated('[', ',1,')],
  ['comments where none may be', 'a.notification.json', repeated('{"recipientSms":[', '/**/1,', '1]}')],
  ['trailing commas', 'a.notification.json', repeated('{"recipientSms":[', '[1,],', '1]}')],
  ['broken lines', 'a.notification.jsonl', repeated('', '{"recipientSms":1,,}\n')],
  ['lines that are no requests', 'a.notification.jsonl', repeated('', '[]\n')],
  ['broken bodies', 'a.http', repeated('', 'POST x/orders/instant/sms\n\n{"a":,}\n###\n')],
  ['variables', 'a.http', (length) => `POST x\n\n${around(sms('\\n'), '{{a}} http://a.no ')(length)}`],
  ['variables with a value', 'a.http', (length) => `@a=1234\nPOST x\n\n${around(sms('\\n'), '{{a}} {{b}} ')(length)}`],
  [
    'definitions of variables',
    'a.http',
    (length) => `${numbered('', (number) => `@a${number} = 1\n`)(length)}\nPOST x\n\n{}`,
  ],
  ['scripts without an end', 'a.http', repeated('', 'POST x\n\n{"a":{{b\n> {%\n')],
  ['braces', 'a.http', repeated('POST x\n\n{', '{')],
  ['blocks in a script', 'a.ts', repeated('smsBody;', '{recipient:', '1')],
  ['lists in a script', 'a.ts', repeated('smsBody;a=', '[{recipient:[', '1')],
  ['templates', 'a.ts', repeated('smsBody;', '`${', '')],
  ['regular expressions', 'a.ts', repeated('smsBody;', 'a=/[', '')],
  ['setters', 'a.java', repeated('smsBody;', 'a=b();a.c=1;a.setD(2);')],
  ['members set in blocks', 'a.kt', repeated('smsBody;', 'a().apply{b=', '1')],
  ['blocks in blocks', 'a.kt', (length) => `smsBody;${'a().apply{b='.repeat(length / 16)}1${'}'.repeat(length / 16)}`],
  ['blocks that build JSON', 'a.kt', repeated('smsBody;', 'buildJsonObject{put("smsBody",1)}\n')],
  ['members assigned', 'a.cs', repeated('smsBody;', 'a=new A();a.b=new A{c=1};')],
  ['an object that is set by what it is set to', 'a.java', repeated('smsBody;', 'a=new A();a.B=')],
  ['an object that is set by what it is set to', 'a.cs', repeated('smsBody;', 'a=new A();a.B=')],
  ['chains that end where nothing is', 'a.java', repeated('smsBody;', 'x?.y.')],
  ['chains that end where nothing is', 'a.cs', repeated('smsBody;', 'x?.y.')],
  ['chains that end where nothing is', 'a.kt', repeated('smsBody;', 'x?.y.')],
  ['lines of a text block', 'a.java', repeated('smsBody;a("""\n', '  { \n \\ ', '""")')],
  ['margins', 'a.kt', repeated('mapOf("smsBody" to """\n', ' |a \n', '""".trimMargin())')],
  ['blanks that are trimmed', 'a.ts', repeated('a={smsBody:`', ' \\n\n', 'a`.trim()}')],
  ['chains', 'a.ts', repeated('smsBody', '.a[0]', '=1')],
  ['a name without an end', 'a.ts', repeated('smsBody;a.replace();', 'a')],
  ['placeholders', 'a.java', repeated('smsBody;a.replace();"{', '%1$s{0}', '"')],
  ['sums', 'a.ts', repeated('a({recipientSms:{smsSettings:{body:', '"a"+', '"b"}}})')],
  ['initialisers', 'a.cs', repeated('smsBody;', 'new A { Recipient = ', '1')],
  ['type arguments', 'a.cs', repeated('smsBody;', 'new A<', '')],
  ['raw strings', 'a.cs', repeated('smsBody;', '$$"""{{a', '')],
  ['quotes', 'a.cs', repeated('smsBody;', '$@"{"', '')],
  ['fences', 'a.md', repeated('', '```json\n{"recipientSms":...\n', '')],
  ['what is left out', 'a.md', repeated('```json\n{"recipientSms":{', '..., ', '}}\n```\n')],
  ['quotations', 'a.md', repeated('> ```json\n', '> > {\n', '')],
  ['blocks of Bruno', 'a.bru', repeated('', 'body:json {\n{"recipientSms":\n', '')],
  [
    'bodies in a collection',
    'a.postman_collection.json',
    repeated('{"item":[', '{"request":{"body":{"raw":"{\\"recipientSms\\":"}}},', '1]}'),
  ],
  ['folders of a collection', 'a.postman_collection.json', repeated('', '{"item":[', '')],
  [
    'unknown members',
    'a.notification.json',
    (length) => `{"recipientSms":{}${Array.from({ length: length / 12 }, (_, index) => `,"k${index}":1`).join('')}}`,
  ],
  [
    'requests with errors',
    'a.notification.jsonl',
    numbered('', (number) => `{"recipientSms":{"phoneNumber":"${number}"}}\n`),
  ],
  ['empty requests', 'a.notification.json', repeated('[', '{"recipientSms":{}},', '{}]')],
  [
    'requests with warnings',
    'a.notification.json',
    numbered('[', (number) => `${sms(`${number}`).join('').replace('"body"', '"x":1,"body"')},`, '{}]'),
  ],
  ['commands of a shell', 'a.sh', repeated('# smsBody\n', `curl -d '{"recipientSms":' `)],
  ['quotes of a shell', 'a.sh', repeated(`curl -d '{"recipientSms":`, `'"$A"'`, `'`)],
  ['what a shell fills in', 'a.sh', repeated('curl -d "smsBody', '$(', '"')],
  ['quotes in what a shell fills in', 'a.sh', repeated('curl -d "smsBody', `$("'`, '"')],
  ['variables in variables of a shell', 'a.sh', repeated('curl -d "smsBody', '${A:-"`', '"')],
  ['words that a shell replaces', 'a.sh', repeated('smsBody\n', `A='{ ' tr \${A/b/c} `)],
  ['here-documents with words replaced', 'a.sh', repeated('', 'sed <<A\n{"recipientSms":{}}\nA\n')],
  ['names of commands', 'a.sh', repeated('smsBody ', 'curl ')],
  ['here-documents without an end', 'a.sh', numbered('smsBody\n', (number) => `cat <<A${number}\n`)],
  ['here-documents', 'a.sh', repeated('', 'cat <<A\n{"recipientSms":{}}\nA\n')],
  ['variables of a shell', 'a.sh', repeated('smsBody\n', ` A='{ `)],
  ['hash tables', 'a.ps1', repeated('smsBody;', '@{recipient=', '1')],
  [
    'hash tables in hash tables',
    'a.ps1',
    (length) => `smsBody;${'@{recipient='.repeat(length / 13)}1${'}'.repeat(length / 13)}`,
  ],
  ['strings of PowerShell', 'a.ps1', repeated('smsBody;', '"{$(', '')],
  ['here-strings of PowerShell', 'a.ps1', repeated('smsBody;', `@'\n{`, '')],
  ['casts of PowerShell', 'a.ps1', repeated('smsBody;@{recipient=', '[a]', '}')],
  ['blocks of YAML', 'a.yaml', repeated('type: collection.insomnia.rest/5\n# smsBody\n', 'text: |\n  {\n')],
  ['commands in an .http file', 'a.http', repeated('', `curl x -d '{"smsBody":\n###\n`)],
  ['scripts of components', 'a.vue', repeated('', '<script>smsBody;{recipient:')],
  [
    'entries of a recording',
    'a.har',
    repeated('{"log":{"entries":[', '{"request":{"postData":{"text":"{\\"recipientSms\\":"}}},', '1]}}'),
  ],
  ['unknown values in a script', 'a.ts', repeated('a({recipients:[', 'b,', '"9"],correspondence:{}})')],
  ['unknown values', 'a.http', repeated('POST x\n\n{"recipients":[', '{{b}},', '"9"],"correspondence":{}}')],
  ['blanks in an .http file', 'a.http', repeated('# smsBody\n', ' ')],
  ['comments after a body', 'a.http', repeated('POST x\n\n{"recipientSms":{}}\n', '# a\n')],
  ['small requests in C#', 'a.cs', repeated('', 'new A { RecipientSms = new B { PhoneNumber = "9" } };\n')],
  ['links', 'a.notification.json', around(sms(''), 'http://a.no ')],
  ['links after an escape', 'a.notification.json', around(sms('\\n'), 'http://a.no\\n')],
  ['keywords', 'a.notification.json', around(mail('\\n'), '$code$ ')],
]

const milliseconds = (text: string, name: string): number =>
  threadMilliseconds(() => findingsOfFile(lintFile(text, form(name), DEFAULT_LINT_OPTIONS)))

const fastest = (text: string, name: string): number =>
  Math.min(...Array.from({ length: RUNS }, () => milliseconds(text, name)))

describe('the time that a text takes', () => {
  it.each(TEXTS)('grows with its length: %s', (_what, name, make) => {
    const small = Math.max(FLOOR_MS, fastest(make(SMALL), name))
    expect(fastest(make(GROWTH * SMALL), name)).toBeLessThan(GROWTH * SLACK * small)
  })
})

/** Characters of a large file, and the time that it may take on a machine with nothing else to do. */
const LARGE = 1_000_000
const LARGE_MS = 200

/** Tries of one text: on a busy machine even a thread's own time may be thrice what it is on a quiet one. */
const TRIES = 6

/** The time of the first try that is quick enough, or of the last. */
function timeOfATry(text: string, name: string, enough: number): number {
  let took = milliseconds(text, name)
  for (let tries = 1; tries < TRIES && took >= enough; tries++) took = milliseconds(text, name)
  return took
}

describe('a megabyte of the worst text', () => {
  it.each(TEXTS)('is judged while its writer waits: %s', (_what, name, make) => {
    const text = make(LARGE)
    expect(timeOfATry(text, name, SLACK * LARGE_MS)).toBeLessThan(SLACK * LARGE_MS)
  })
})

describe('a file with more errors than anyone reads', () => {
  const faulty = '{"recipientSms":{}}'
  const text = `[${`${faulty},\n`.repeat(3_000)}${faulty}]`
  const findingsOf = (options: Partial<LintOptions>) =>
    findingsOfFile(lintFile(text, form('a.notification.json'), { ...DEFAULT_LINT_OPTIONS, ...options }))

  it('is judged as far as to its thousandth error, and says so in the place of the next request', () => {
    const findings = findingsOf({})
    const last = findings.at(-1)
    expect(last?.message).toBe('Requests from here on are not checked until the mistakes before them are put right.')
    expect(text.slice(last?.start, last?.end)).toBe(faulty)
    expect(findings.filter(({ severity }) => severity === 'error').length).toBeLessThan(1_100)
    expect(capFindings(findings).told).toContain(last)
  })

  it('is judged to its end where all of it is to be repaired', () => {
    const findings = findingsOf({ isThorough: true })
    expect(findings.at(-1)?.pointer).toMatch(/^\/3000/)
  })

  it('has every repair made that is safe', () => {
    const deprecated = '{"emailBody":"a","notificationChannel":"email","emailSubject":"b"}'
    const many = `[${`${faulty},`.repeat(1_000)}${deprecated}]`
    expect(fixText(many, form('a.notification.json'), DEFAULT_LINT_OPTIONS)).toContain('"Email"')
  })

  it('is not rewritten where the rest of it is not whole', () => {
    const { broken } = lintFile(`${text.slice(0, -1)},{]`, form('a.notification.json'), DEFAULT_LINT_OPTIONS)
    expect(broken).toBe(true)
  })
})

describe('a request with more mistakes of a kind than anyone reads', () => {
  const text = around(mail(''), '$recipientname$ ')(250_000)
  const written = text.split('$recipientname$').length - 1
  const formOfIt = form('a.notification.json')

  it('has a thousand of them told, and the rest counted', () => {
    const { told, more } = capFindings(findingsOfFile(lintFile(text, formOfIt, DEFAULT_LINT_OPTIONS)))
    expect(told.length).toBeLessThanOrEqual(1_000)
    // The text is too long besides.
    expect(told.length + more).toBe(written + 1)
  })

  it('has all of them repaired', () => {
    expect(fixText(text, formOfIt, DEFAULT_LINT_OPTIONS)).toBe(text.replaceAll('$recipientname$', '$recipientName$'))
  })
})

describe('the time that all repairs of a text take', () => {
  const fix = (text: string, name: string): number =>
    threadMilliseconds(() => fixText(text, form(name), DEFAULT_LINT_OPTIONS))

  it.each(TEXTS)('grows with its length: %s', (_what, name, make) => {
    const small = Math.max(FLOOR_MS, fix(make(SMALL / 4), name))
    expect(fix(make(SMALL), name)).toBeLessThan(GROWTH * SLACK * small)
  })
})

describe('mistakes of one kind', () => {
  it('are told a hundred times at most', () => {
    const text = `{"a":1${',"a":1'.repeat(5000)}}`
    const findings = findingsOfFile(lintFile(text, form('a.notification.json'), DEFAULT_LINT_OPTIONS))
    expect(findings.filter(({ code }) => code === 'json-syntax')).toHaveLength(100)
  })

  it('hide none that breaks the text', () => {
    const text = `[${'/**/ {},'.repeat(200)} {} {}`
    const { broken, between } = lintFile(text, form('a.notification.json'), DEFAULT_LINT_OPTIONS)
    expect(broken).toBe(true)
    expect(between.at(-1)?.message).toBe('A closing `]` is missing.')
  })
})

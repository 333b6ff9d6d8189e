// biome-ignore-all lint/suspicious/noTemplateCurlyInString: programs that are judged have variables
import { describe, expect, it } from 'vitest'
import { fixed, found, repaired } from '../support/judged-file.ts'

/** A program that sends an SMS to a number, or with a text, that is written in its language. */
type Program = (number: string, body?: string) => string

const java: Program = (number, body = '"Hei"') =>
  `class A { Object a = Map.of("idempotencyId", id, "recipientSms", Map.of("phoneNumber", ${number}, "timeToLiveInSeconds", 300, "smsSettings", Map.of("body", ${body}))); }\n`
const kotlin: Program = (number, body = '"Hei"') =>
  `val a = mapOf("idempotencyId" to id, "recipientSms" to mapOf("phoneNumber" to ${number}, "timeToLiveInSeconds" to 300, "smsSettings" to mapOf("body" to ${body})))\n`
const csharp: Program = (number, body = '"Hei"') =>
  `var a = new { idempotencyId = id, recipientSms = new { phoneNumber = ${number}, timeToLiveInSeconds = 300, smsSettings = new { body = ${body} } } };\n`
const script: Program = (number, body = '"Hei"') =>
  `const a = { idempotencyId: id, recipientSms: { phoneNumber: ${number}, timeToLiveInSeconds: 300, smsSettings: { body: ${body} } } };\n`
const powershell: Program = (number, body = '"Hei"') =>
  `$a = @{ idempotencyId = $id; recipientSms = @{ phoneNumber = ${number}; timeToLiveInSeconds = 300; smsSettings = @{ body = ${body} } } }\n`

const LANGUAGES = { 'A.java': java, 'a.kt': kotlin, 'a.cs': csharp, 'a.ts': script, 'a.ps1': powershell }

type Name = keyof typeof LANGUAGES

describe('a number is read as its language reads the string', () => {
  it.each<[Name, string, string]>([
    ['A.java', '"""\n  9999', '9999"""'],
    ['A.java', '"""\n  9999', '9999\\\n  """'],
    ['A.java', '"""\n  9999\\\n  ', '9999"""'],
    ['A.java', '"""  \n  9999', '9999\\\n  """'],
    ['A.java', '"9999\\71', '999"'],
    ['A.java', '"9999\\uuu0039', '999"'],
    ['A.java', '"  9999', '9999\\n".strip()'],
    ['a.kt', '"""\n    |9999', '9999\n""".trimMargin()'],
    ['a.kt', '"""\n    9999', '9999\n    """.trimIndent()'],
    ['a.kt', '"""  9999', '9999\n""".trim()'],
    ['a.kt', '" 9999', '9999 ".trim()'],
    ['a.cs', '" 9999', '9999\\n".Trim()'],
    ['a.cs', '@"\n9999', '9999".TrimStart()'],
    ['a.cs', '"9999\\U00000039', '999"'],
    ['a.cs', '"9999\\u0039', '999"'],
    ['a.ts', '"9999\\x39', '999"'],
    ['a.ts', '"9999\\u{39}', '999"'],
    ['a.ts', '"9999\\\n', '9999"'],
    ['a.ts', '`\n  9999', '9999\n`.trim()'],
    ['a.ps1', '"9999`u{39}', '999"'],
    ['a.ps1', "@'\n9999", "9999\n'@"],
  ])('%s: %s', (name, before, after) => {
    const program = LANGUAGES[name]
    expect(found(name, program(`${before}${after}`))).toEqual([
      `phone-number ${before}${after}`.replace(/\.\w+\(\)$/, ''),
    ])
    const right = program(`${before}${after}`.replace('9999', '+479999'))
    expect(found(name, right)).toEqual([])
    expect(found(name, right.replaceAll('\n', '\r\n'))).toEqual([])
    expect(repaired(name, program(`${before}${after}`))).toEqual([right])
    expect(fixed(name, program(`${before}${after}`))).toBe(right)
  })
})

describe('a repair leaves a text block of Java one', () => {
  it.each([
    ['"""\n    Se altinn.no"""', '"""\n    Se Altinn"""'],
    ['"""\n    altinn.no\n    "Hei" \\"""\n    """', '"""\n    Altinn\n    "Hei" \\"""\n    """'],
    ['"""\n      a \\\\""" + "b altinn.no"', '"""\n      a \\\\""" + "b Altinn"'],
  ])('%s', (body, right) => {
    expect(repaired('A.java', java('phone', body))).toContain(java('phone', right))
  })

  it('and changes nothing where a blank would be lost', () => {
    expect(repaired('A.java', java('"""\n  +47 99999999\n  """'))).toEqual([])
  })
})

describe('a text is what it says', () => {
  it.each<[Name, string, readonly string[]]>([
    ['a.cs', '"\\x41\\x42 \\U0001F600"', ['sms-encoding \\U0001F600']],
    ['a.ts', '"\\x41b \\a \\e"', []],
    ['A.java', '"""\n    Hei\n  \t\n    du\\s\n    """', []],
    ['a.kt', '"""Si "hei""""', []],
    ['a.kt', '"""\n    | Hei\n    |du |og\n""".trimMargin()', []],
    ['a.ps1', '"a`tb`e"', ['sms-encoding `t']],
  ])('%s: %s', (name, body, codes) => {
    expect(found(name, LANGUAGES[name]('phone', body))).toEqual(codes)
  })
})

describe('a name is read as its language reads the string', () => {
  it.each<[string, (name: string) => string, string, string]>([
    [
      'a.ts',
      (name) => `const a = { ${name}: 1, recipientSms: { phoneNumber: '1' } }`,
      String.raw`'idem\x70otencyId'`,
      String.raw`'a\'b'`,
    ],
    ['a.ts', (name) => `const a = { ${name}: 1, recipientSms: { phoneNumber: '1' } }`, '"idempotencyId"', `'a"\t\\\n'`],
    [
      'A.java',
      (name) => `x = Map.of(${name}, 1, "recipientSms", Map.of("phoneNumber", "1"));`,
      String.raw`"idem\160otencyId"`,
      String.raw`"a\'\s\""`,
    ],
    [
      'a.kt',
      (name) => `val x = mapOf(${name} to 1, "recipientSms" to mapOf("phoneNumber" to "1"))`,
      '"idem\\u0070otencyId"',
      '"a\\$b\\\'"',
    ],
    [
      'a.kt',
      (name) => `val x = JSONObject().put(${name}, 1).put("recipientSms", JSONObject().put("phoneNumber", "1"))`,
      '"idempotencyId"',
      '"a\\\'"',
    ],
    [
      'a.kt',
      (name) =>
        `val x = buildJsonObject { put(${name}, 1); putJsonObject("recipientSms") { put("phoneNumber", "1") } }`,
      '"idempotencyId"',
      `"a\\'"`,
    ],
    [
      'a.cs',
      (name) =>
        `var x = new Dictionary<string, object> { [${name}] = 1, ["recipientSms"] = new { phoneNumber = "1" } };`,
      '"idem\\x70otencyId"',
      '@"a""\\"',
    ],
    [
      'a.ps1',
      (name) => `$x = @{ ${name} = 1; recipientSms = @{ phoneNumber = '1' } }`,
      '"idem`u{70}otencyId"',
      `'a"''\\'`,
    ],
  ])('%s', (file, program, idempotencyId, strange) => {
    const tells = (name: string) =>
      found(file, program(name)).filter((one) => /^unknown-member|idempotencyId/.test(one))
    expect(tells(idempotencyId)).toEqual([])
    expect(() => tells(strange)).not.toThrow()
  })
})

// biome-ignore-all lint/suspicious/noTemplateCurlyInString: scripts that are judged have variables
import { describe, expect, it } from 'vitest'
import { fixed, found, repaired } from '../support/judged-file.ts'

const sms = (phoneNumber: string, body = 'Hei') => `{
  "idempotencyId": "a",
  "recipientSms": {
    "phoneNumber": "${phoneNumber}",
    "timeToLiveInSeconds": 300,
    "smsSettings": { "body": "${body}" }
  }
}`

/** A request for an SMS in a form of a script, with its number. */
type Form = (number: string) => string

const escaped = (text: string, mark: string) => text.replaceAll('"', `${mark}"`)
const URL = 'https://x.no/notifications/api/v1/future/orders/instant/sms'

describe.each<[string, string, Form]>([
  [
    'a here-document of a shell',
    'a.sh',
    (number) => `cat <<EOF | curl "${URL}" -d @-\n${sms(number).replace('"a"', '"$(uuidgen)"')}\nEOF\n`,
  ],
  ['a here-document as it is', 'a.bash', (number) => `curl ${URL} \\\n  -d @- <<'JSON'\n${sms(number)}\nJSON\n`],
  ['a here-document without its tabs', 'a.zsh', (number) => `\tcurl -d @- <<-"END"\n${sms(number)}\n\tEND\n`],
  ['a here-document in a variable', 'a.sh', (number) => `BODY=$(cat <<EOF\n${sms(number)}\nEOF\n)\n`],
  ['a here-string of a shell', 'a.sh', (number) => `curl ${URL} -d @- <<< '${sms(number)}'\n`],
  ['a variable of a shell', 'a.sh', (number) => `local body='${sms(number)}'\ncurl -d "$body" ${URL}\n`],
  ['a variable of a shell in quotes', 'a.sh', (number) => `BODY="${escaped(sms(number), '\\')}"\n`],
  ['what a shell prints', 'a.sh', (number) => `echo '${sms(number)}' | curl -d @- ${URL}\n`],
  ['what a shell prints to a file', 'a.sh', (number) => `printf '%s' '${sms(number)}' > body.json\n`],
  ['what a shell prints to another on the next line', 'a.sh', (number) => `echo '${sms(number)}' \\\n  | curl -d @-\n`],
  ['what a shell prints into a variable', 'a.sh', (number) => `BODY=$(echo '${sms(number)}')\n`],
  [
    'what wget posts',
    'a.sh',
    (number) => `wget --header 'Content-Type: application/json' --post-data='${sms(number)}' ${URL}\n`,
  ],
  ['a here-string of PowerShell', 'a.ps1', (number) => `$body = @'\n${sms(number)}\n'@\n`],
  [
    'a here-string of PowerShell with variables',
    'a.ps1',
    (number) =>
      `$body = @"\n${sms(number).replace('"a"', '"$([guid]::NewGuid())"')}\n"@\nInvoke-RestMethod -Body $body`,
  ],
  ['a string of PowerShell', 'a.ps1', (number) => `Invoke-RestMethod -Body '${sms(number, "it''s")}' -Uri $uri\n`],
  ['a string of PowerShell in quotes', 'a.psm1', (number) => `$body = "${escaped(sms(number), '`')}"\n`],
  [
    'a hash table of PowerShell',
    'a.ps1',
    (number) => `# The body
$body = @{
  idempotencyId = [guid]::NewGuid().ToString()   # a key
  'recipientSms' = [ordered]@{
    phoneNumber         = "${number}"; timeToLiveInSeconds = 300
    smsSettings = @{ sender = $sender; body = "Hei $name" }
  }
} | ConvertTo-Json -Depth 5
Invoke-RestMethod -Method Post -Uri $uri -Headers @{ Authorization = "Bearer $token" } -Body $body`,
  ],
])('%s', (_, name, write) => {
  it('is judged and repaired', () => {
    expect(found(name, write('+4799999999'))).toEqual([])
    expect(found(name, write('99999999'))).toEqual([expect.stringMatching(/^phone-number [\\`]?"99999999[\\`]?"$/)])
    expect(fixed(name, write('99999999'))).toBe(write('+4799999999'))
    expect(fixed(name, write('99999999').replaceAll('\n', '\r\n'))).toBe(write('+4799999999').replaceAll('\n', '\r\n'))
  })

  it('does not know a variable', () => {
    const variable = name.startsWith('a.ps') ? '$phone' : '$PHONE'
    const isPlain = /'@|<<'|<<-"|'\{/.test(write(''))
    if (!isPlain) expect(found(name, write(variable))).toEqual([])
  })
})

describe('a hash table of PowerShell', () => {
  it('is taken at its word', () => {
    const text = (member: string) =>
      `$a = @{ idempotencyId = $id; recipientSms = @{ phoneNumber = $p; timeToLiveInSeconds = 300; smsSettings = @{ ${member} = 'Hei' } } }`
    expect(found('a.ps1', text('body'))).toEqual([])
    expect(found('a.ps1', text('bdy'))).toContain('unknown-member bdy')
    expect(fixed('a.ps1', text('Body'))).toBe(text('Body'))
  })

  it('may get more members later on', () => {
    const text = (then: string) => `$a = @{ recipientSms = @{ phoneNumber = $p; timeToLiveInSeconds = 300 } }\n${then}`
    expect(found('a.ps1', text('Send $a')).length).toBeGreaterThan(0)
    expect(found('a.ps1', text('$a.recipientSms.smsSettings = $settings'))).toEqual([])
    expect(found('a.ps1', text("$a['idempotencyId'] = $id; $a.recipientSms.Add('smsSettings', $b)"))).toEqual([])
  })

  it('has lists, numbers and choices', () => {
    const text = (recipients: string) => `@{
      correspondence = @{ resourceId = 'a'; sendersReference = 'b'; content = $content
        notification = @{ notificationTemplate = 'CustomMessage'; notificationChannel = "Sms"; smsBody = "Se altinn.no nå"
          sendReminder = $false } }
      recipients = ${recipients}
    }`
    const codes = ['link-forbidden altinn.no', 'duplicate-recipient "0192:991825827"']
    expect(found('a.ps1', text(`@("0192:991825827", "0192:991825827")`))).toEqual(codes)
    expect(found('a.ps1', text(`"0192:991825827", "0192:991825827"`))).toEqual(codes)
    expect(found('a.ps1', text('@($recipient)'))).toEqual(['link-forbidden altinn.no'])
  })
})

it.each([
  [
    'a comment',
    'a.ps1',
    `<# $a = @{ recipientSms = @{ phoneNumber = "1" } } #>\n# smsBody @{ recipientSms = @{ phoneNumber = '1'} }`,
  ],
  ['the parameters of a command', 'a.ps1', "Send-Sms @{ smsBody = 'altinn.no'; to = '1' }"],
  ['a type', 'a.ps1', 'class A { [string]$recipientSms; [string]$smsBody = "altinn.no" }'],
  ['a text about it', 'a.sh', `echo 'recipientSms is {"phoneNumber":"1"}'`],
  [
    'what a shell prints for a reader',
    'a.sh',
    `echo '{"recipientSms":{"phoneNumber":"1"}}' # no request\necho done | cat`,
  ],
  ['a comment of a shell', 'a.sh', `# BODY='{"idempotencyId":"a","recipientSms":{"phoneNumber":"1"}}'\n`],
  ['a here-document of text', 'a.sh', 'cat <<EOF\nUse recipientSms: {"phoneNumber":"1"}\nEOF\n'],
  ['an answer', 'a.sh', `EXPECTED='{"notificationOrderId":"a","notification":{"shipmentId":"b","recipientSms":"c"}}'`],
])('and nothing else: %s', (_, name, text) => {
  expect(found(name, text)).toEqual([])
})

it('fences of Markdown are read as their files are', () => {
  expect(found('a.md', `\`\`\`powershell\n$a = '${sms('1')}'\n\`\`\`\n`)).toEqual(['phone-number "1"'])
  expect(found('a.md', `\`\`\`bash\ncurl -d @- <<EOF\n${sms('1')}\nEOF\n\`\`\`\n`)).toEqual(['phone-number "1"'])
})

describe('a collection of Insomnia in YAML', () => {
  const yaml = (body: string, block = '|-') => `type: collection.insomnia.rest/5.0
name: Altinn
collection:
  - url: "{{ _.base }}/notifications/api/v1/future/orders/instant/sms"
    name: Send
    method: POST
    body:
      mimeType: application/json
      text: ${block}
${body.replaceAll(/^(?=.)/gm, '        ')}
    headers:
      - name: Content-Type
        value: application/json
`
  it('is judged by the bodies of its requests', () => {
    for (const block of ['|-', '|', '|+']) {
      expect(found('a.yaml', yaml(sms('+4799999999'), block))).toEqual([])
      expect(found('a.yml', yaml(sms('99999999'), block))).toEqual(['phone-number "99999999"'])
      expect(fixed('a.yaml', yaml(sms('99999999'), block))).toBe(yaml(sms('+4799999999'), block))
    }
    expect(found('a.yaml', yaml(sms('{{ _.phone }}')))).toEqual([])
  })

  it('may have them in quotes', () => {
    const text = (number: string) =>
      yaml('')
        .replace('|-', JSON.stringify(sms(number)))
        .replace('mimeType', '"mimeType"')
    expect(found('a.yaml', text('99999999'))).toEqual([String.raw`phone-number \"99999999\"`])
    expect(fixed('a.yaml', text('99999999'))).toBe(text('+4799999999'))
  })

  it('may have them in single quotes, as one line of JSON is written', () => {
    const line = (number: string, body = "it''s") => `'${JSON.stringify(JSON.parse(sms(number, body)))}' # "it's"`
    const text = (number: string) => yaml('').replace('|-', line(number))
    expect(found('a.yaml', text('99999999'))).toEqual(['phone-number "99999999"'])
    expect(fixed('a.yaml', text('99999999'))).toBe(text('+4799999999'))
    const mistaken = yaml('').replace('|-', line('+4799999999', 'Se altinn.no'))
    expect(repaired('a.yaml', mistaken)).toContain(mistaken.replace('altinn.no', 'Altinn'))
    const folded = (number: string) => text(number).replaceAll(',', ',\n        ').replace("it''s", "it''s\n\n  a")
    expect(found('a.yaml', folded('+4799999999'))).toEqual([expect.stringMatching(/^json-syntax /)])
    const unclosed = yaml('').replace('|-', line('1').slice(0, -12))
    expect(found('a.yaml', unclosed)).toEqual([])
  })

  it('may have line ends of Windows', () => {
    const text = (number: string) => yaml(sms(number)).replaceAll('\n', '\r\n')
    expect(fixed('a.yaml', text('99999999'))).toBe(text('+4799999999'))
  })

  it('and no other YAML is', () => {
    expect(found('a.yaml', yaml(sms('1')).replace('collection.insomnia.rest/5.0', 'other'))).toEqual([])
  })
})

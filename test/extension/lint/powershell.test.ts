import { describe, expect, it } from 'vitest'
import { fixed, found } from '../support/judged-file.ts'

const sms = (number: string) =>
  `@{ idempotencyId = $id; recipientSms = @{ phoneNumber = ${number}; timeToLiveInSeconds = 300; smsSettings = @{ body = 'Hei' } } }`

describe('what an operator makes of a value is unknown', () => {
  it.each([
    "'PHONE' -replace 'PHONE', '+4799999999'",
    "'{0}{1}' -f '+47', $number",
    "'+47', $number -join ''",
    "('47;99999999' -split ';')[1]",
    "'+' + 'PHONE' -replace 'PHONE', '4799999999'",
  ])('%s', (number) => {
    expect(found('a.ps1', `$a = ${sms(number)}\n`)).toEqual([])
  })

  it('and a number may be negative', () => {
    expect(found('a.ps1', `$a = ${sms('-1')}\n`)).toEqual(['schema -1'])
  })
})

const order = `@{ idempotencyId = 'a'; recipient = @{ recipientSms = @{ phoneNumber = '+4799999999'; smsSettings = @{ body = 'Hei' } } } }`

describe('a request that ConvertTo-Json cuts off is told', () => {
  it.each([
    [`$a = ${order}\nInvoke-RestMethod -Body ($a | |ConvertTo-Json|)\n`, ' -Depth 10'],
    [`$json = ${order} | |ConvertTo-Json| -Compress\n`, ' -Depth 10'],
    [`$json = (${order}) | |ConvertTo-Json|\n`, ' -Depth 10'],
    [`|ConvertTo-Json| ([ordered]${order})\n`, ' -Depth 10'],
    [`$a = [PSCustomObject]${order}\n$json = |ConvertTo-Json| -InputObject $A\n`, ' -Depth 10'],
    [`return ${order} | |ConvertTo-Json|\n`, ' -Depth 10'],
  ])('%s', (marked, added) => {
    const [before = '', call = '', after = ''] = marked.split(/\|(ConvertTo-Json)\|/)
    for (const end of ['\n', '\r\n']) {
      const text = (depth: string) => `${before}${call}${depth}${after}`.replaceAll('\n', end)
      expect(found('a.ps1', text(''))).toEqual(['json-syntax ConvertTo-Json'])
      expect(fixed('a.ps1', text(''))).toBe(text(added))
      expect(found('a.ps1', text(added))).toEqual([])
    }
    expect(found('a.md', `\`\`\`powershell\n${before}${call}${after}\`\`\`\n`)).toEqual(['json-syntax ConvertTo-Json'])
  })

  it('and the number that is too small is put right', () => {
    const text = (depth: number) => `$a = ${order} | ConvertTo-Json -Compress -Depth ${depth}\n`
    expect(fixed('a.ps1', text(2))).toBe(text(10))
    expect(found('a.ps1', text(3))).toEqual([])
  })

  it.each([
    `$a = ${order} | ConvertTo-Json -Depth $depth\n`,
    `$a = ${order} | ConvertTo-Json @options\n`,
    `$a = ${sms("'+4799999999'")} | ConvertTo-Json\n`,
    `$a = ${order}\n$b | ConvertTo-Json\n`,
    `$a = Add-Key ${order} | ConvertTo-Json\n`.replace("= 'a'", '= $key'),
    `$a = ${order} | ConvertTo-Json\n`.replace(/^/, '# straks-disable json-syntax\n'),
  ])('and nothing else: %s', (text) => {
    expect(found('a.ps1', text)).toEqual([])
  })
})

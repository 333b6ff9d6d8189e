// biome-ignore-all lint/suspicious/noTemplateCurlyInString: scripts that are judged have variables
import { describe, expect, it } from 'vitest'
import { fixed, found, repaired } from '../support/judged-file.ts'

const SMS = (phoneNumber = '+4799999999', body = 'Hei') =>
  `{"idempotencyId":"a","recipientSms":{"phoneNumber":"${phoneNumber}","timeToLiveInSeconds":300,"smsSettings":{"body":"${body}"}}}`

const URL = 'https://platform.altinn.no/notifications/api/v1/future/orders/instant/sms'

const BAD = SMS('99999999', 'Bl\\u00e5 \\"hei\\"')

describe('a recording of traffic', () => {
  const har = (body: string) =>
    JSON.stringify({
      log: {
        version: '1.2',
        entries: [
          {
            request: { method: 'POST', url: URL, postData: { mimeType: 'application/json', text: body } },
            response: { status: 400, content: { text: '{"recipientSms":{"phoneNumber":"1"}}' } },
          },
          { request: { method: 'GET', url: 'https://example.com' }, response: {} },
        ],
      },
    })

  it('is judged by what was sent', () => {
    expect(found('a.har', har(SMS()))).toEqual([])
    expect(found('a.har', har(BAD))).toEqual(['phone-number \\"99999999\\"'])
    expect(fixed('a.har', har(BAD))).toBe(har(BAD.replace('99999999', '+4799999999')))
  })

  it('is known by its address where a slip is in it', () => {
    expect(found('a.har', har(SMS().replace('recipientSms', 'recipentSms')))).toContain(
      'unknown-member \\"recipentSms\\"',
    )
  })

  it.each(['', '{', '[]', '{"log":1}', '{"log":{"entries":[{"request":{"postData":{"text":7}}}]}}'])(
    '%j is passed over',
    (text) => {
      expect(found('a.har', text)).toEqual([])
    },
  )
})

describe('an export of Insomnia', () => {
  const insomnia = (body: string) =>
    JSON.stringify({
      _type: 'export',
      __export_format: 4,
      resources: [
        { _id: 'wrk_1', _type: 'workspace', name: 'Altinn' },
        {
          _id: 'req_1',
          _type: 'request',
          method: 'POST',
          url: URL,
          body: { mimeType: 'application/json', text: body },
        },
        { _id: 'req_2', _type: 'response', url: URL, body: { text: '{"recipientSms":{"phoneNumber":"1"}}' } },
      ],
    })

  it('is judged by the bodies of its requests', () => {
    expect(found('Insomnia.json', insomnia(SMS('{{ _.phone }}')))).toEqual([])
    expect(found('Insomnia.json', insomnia(BAD))).toEqual(['phone-number \\"99999999\\"'])
    expect(fixed('Insomnia.json', insomnia(BAD))).toBe(insomnia(BAD.replace('99999999', '+4799999999')))
  })
})

describe('a curl command', () => {
  const curl = (data: string) => `#!/bin/sh
echo '{"recipientSms":{"phoneNumber":"1"}}' # no request
curl -sS -X POST "$HOST${'/notifications/api/v1/future/orders/instant/sms'}" \\
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
  ${data} | jq .
`

  it.each([
    `-d '${SMS('99999999')}'`,
    `--data '${SMS('99999999')}'`,
    `--data-raw '${SMS('99999999')}'`,
    `--data-binary='${SMS('99999999')}'`,
    `--json '${SMS('99999999')}'`,
    `-d'${SMS('99999999')}'`,
    `-d $'${SMS('99999999')}'`,
  ])('is judged by what it sends: %s', (data) => {
    expect(found('a.sh', curl(data))).toEqual(['phone-number "99999999"'])
    expect(fixed('a.sh', curl(data))).toBe(curl(data).replace('99999999', '+4799999999'))
  })

  it('is judged between double quotes, where quotes are escaped', () => {
    const data = `-d "${SMS('99999999').replaceAll('"', '\\"')}"`
    expect(found('a.sh', curl(data))).toEqual(['phone-number \\"99999999\\"'])
    expect(fixed('a.sh', curl(data))).toBe(curl(data).replace('99999999', '+4799999999'))
  })

  it.each([
    `-d "${SMS('$PHONE', 'Hei ${NAME}, $(date)').replaceAll('"', '\\"')}"`,
    `-d '${SMS(`'"$PHONE"'`, `Hei '$NAME'`)}'`,
  ])('has variables, of which nothing is said: %s', (data) => {
    expect(found('a.sh', curl(data))).toEqual([])
  })

  it.each(['-d @body.json', "-d 'a=b'", '-d', '', "-H 'x: y'", "-d '{'", `-d '${SMS()}`])(
    '%s is no mistake',
    (data) => {
      expect(found('a.sh', curl(data))).toEqual([])
    },
  )

  it('is repaired such that its quotes end where they did', () => {
    const link = "Les det på Kari's altinn.no"
    for (const data of [`-d '${SMS('+4799999999', link).replace("'", String.raw`'\''`)}'`])
      for (const text of repaired('a.sh', curl(data))) {
        expect(text.startsWith(curl('').slice(0, 100))).toBe(true)
        expect(found('a.sh', text)).toEqual([])
      }
  })

  it('is found in fences and in .http files', () => {
    const data = `-d '${SMS('99999999')}'`
    for (const language of ['sh', 'bash', 'shell', 'console'])
      expect(found('a.md', `# Guide\n\n\`\`\`${language}\n${curl(data)}\`\`\`\n`)).toEqual(['phone-number "99999999"'])
    const http = `### Code\n# a comment\ncurl --request POST --url ${URL} \\\n  --data '${SMS('99999999')}'\n\n### Next\nPOST ${URL}\n\n${SMS()}\n`
    expect(found('a.http', http)).toEqual(['phone-number "99999999"'])
    expect(fixed('a.http', http)).toBe(http.replace('99999999', '+4799999999'))
  })
})

describe('a component in one file', () => {
  const component = (script: string) => `<script lang="ts">
${script}
</script>

<template><button @click="send({ recipientSms: { phoneNumber: '1' } })">Send</button></template>

<style>.a { color: red }</style>
`

  it.each(['a.vue', 'a.svelte', 'a.astro'])('is judged by its script: %s', (name) => {
    const good = component(`const order = ${SMS()}`)
    const bad = component(`const order = ${SMS('99999999')}`)
    expect(found(name, good)).toEqual([])
    expect(found(name, bad)).toEqual(['phone-number "99999999"'])
    expect(fixed(name, bad)).toBe(good)
  })

  it('may have several scripts, and one without an end', () => {
    const script = `const order = ${SMS('99999999')}`
    expect(found('a.vue', `${component(script)}<SCRIPT setup>${script}`)).toHaveLength(2)
  })
})

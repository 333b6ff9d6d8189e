// biome-ignore-all lint/suspicious/noTemplateCurlyInString: scripts that are judged have variables
import { describe, expect, it } from 'vitest'
import { fixed, found } from '../support/judged-file.ts'

const URL = 'https://x.no/notifications/api/v1/future/orders/instant/sms'
const sms = (number: string, body = 'Hei') =>
  `{"idempotencyId":"a","recipientSms":{"phoneNumber":"${number}","timeToLiveInSeconds":300,"smsSettings":{"body":"${body}"}}}`
const escaped = (text = '') => text.replaceAll(/["\\]/g, String.raw`\$&`)

describe('what a shell fills in is unknown, whatever is nested in it', () => {
  it.each([
    '$(cat "phone.txt")',
    '$(printf %s "$(get phone)")',
    '${PHONE:-${DEFAULT}}',
    `$(jq -r '.a["b (c"]' <<< "$X")`,
    '`printf %s "$PHONE"`',
    "$(tr ')' ']' <<< $X)",
    '$(cat <<TEXT\nit\'s "there")\nTEXT\n)',
    '$(( 1 + (2) ))',
    "${PHONE:-it's}",
  ])('%s', (filled) => {
    const [before, after] = sms('|').split('|')
    expect(found('a.sh', `curl -d "${escaped(before)}${filled}${escaped(after)}" ${URL}\n`)).toEqual([])
    expect(found('a.sh', `curl -d '${before}'"${filled}"'${after}' ${URL}\n`)).toEqual([])
    expect(found('a.sh', `curl -d @- ${URL} <<EOF\n${before}${filled}${after}\nEOF\n`)).toEqual([])
    const wrong = `curl -d '${before}99999999", "sender":"'"${filled}"'${after}' ${URL}\n`
    expect(found('a.sh', wrong)).toContain('phone-number "99999999"')
    expect(fixed('a.sh', wrong)).toBe(wrong.replace('99999999', '+4799999999'))
  })
})

describe('what a command that runs curl for each of many fills in is unknown', () => {
  it.each([
    ['xargs -I{}', '{}'],
    ["cat numbers.txt | xargs -P4 -I '{}'", '{}'],
    ['xargs -a n.txt -n1 -I %', '%'],
    ['xargs -rI NUMBER', 'NUMBER'],
    ['xargs -i', '{}'],
    ['xargs --replace=@@', '@@'],
    ['xargs -I{} sh -c "sleep 1"; \\\n  ', '{}'],
    ["parallel -j4 --colsep ';'", '{1}'],
    ['parallel', '{}'],
    ["find . -name '*.json' -exec", '{}'],
    ['fd -e json -x', '{/.}'],
  ])('%s', (command, filled) => {
    const text = (number: string, body: string) => `${command} curl -d '${sms(number, body)}' ${URL} < numbers.txt\n`
    expect(found('a.sh', text(filled, `Hei ${filled}`))).toEqual([])
    const inDouble = `${command} curl --data-raw="${escaped(sms(filled))}" ${URL}\n`
    expect(found('a.sh', inDouble.replace('300', filled))).toEqual([])
    expect(found('a.sh', text('99999999', filled))).toEqual(['phone-number "99999999"'])
    expect(fixed('a.sh', text('99999999', filled))).toBe(text('+4799999999', filled))
  })

  it.each(['xargs', 'xargs -n1', 'find . -print;', 'echo xargs -I{}\n'])('and else is a mistake: %s', (command) => {
    expect(found('a.sh', `${command} curl -d '${sms('{}')}' ${URL}\n`)).toEqual(['phone-number "{}"'])
  })
})

describe('a here-document that a word fills in is judged', () => {
  it.each(['<<EOF', "<<'EOF'", '<<"EOF"', '<<-EOF'])('%s', (opens) => {
    const text = (number: string) => `curl ${URL} --data "$(cat ${opens}\n${sms(number, "it's (")}\nEOF\n)" -v\n`
    expect(found('a.sh', text('+4799999999'))).toEqual([])
    expect(found('a.sh', text('99999999'))).toEqual(['phone-number "99999999"'])
    expect(fixed('a.sh', text('99999999'))).toBe(text('+4799999999'))
  })
})

it('an escape says what it says in a shell', () => {
  const text = (number: string) => `curl -d $'${sms(number, String.raw`it\'s \\u00e5 \x41\101`)}' ${URL}\n`
  expect(found('a.sh', text(String.raw`\x2b47999999\71\x39`))).toEqual([])
  expect(fixed('a.sh', text(String.raw`999999\71\x39`))).toBe(text(String.raw`+47999999\71\x39`))
})

it('bytes in a shell’s escapes are characters in UTF-8', () => {
  const inBytes = String.raw`Bl\xc3\xa5b\303\246r \xe2\x82\254 5 \xf0\x9f\x98\x80 \x41\101`
  const text = (number: string, body: string) => `curl -d $'${sms(number, body)}' ${URL}\n`
  expect(found('a.sh', text('+4799999999', inBytes))).toEqual([String.raw`sms-encoding \xf0\x9f\x98\x80`])
  expect(fixed('a.sh', text('99999999', inBytes))).toBe(text('+4799999999', inBytes))
  for (const part of [String.raw`\xe5`, String.raw`\xc3x`, String.raw`\xc3\x41`, String.raw`\xff`])
    expect(found('a.sh', text('+4799999999', part)), part).toContainEqual(expect.stringMatching(/^broken-characters/))
})

describe('nothing is said of a text whose words a script replaces', () => {
  it.each([
    `BODY='${sms('PHONE')}'\nBODY=\${BODY/PHONE/$1}\ncurl -d "$BODY" ${URL}\n`,
    `BODY='${sms('PHONE')}'\nsed "s/PHONE/$1/" <<< "$BODY" | curl -d @- ${URL}\n`,
    `BODY='${sms('PHONE')}'\necho "$BODY" \\\n  | sed "s/PHONE/$1/" | curl -d @- ${URL}\n`,
    `echo '${sms('PHONE')}' | sed "s/PHONE/$1/" | curl -d @- ${URL}\n`,
    `envsubst <<'EOF' | curl -d @- ${URL}\n${sms('$PHONE')}\nEOF\n`,
    `BODY=$(cat <<'EOF'\n${sms('PHONE')}\nEOF\n)\ncurl -d "\${BODY//PHONE/$1}" ${URL}\n`,
    `read -r -d '' BODY <<'EOF'\n${sms('PHONE')}\nEOF\ncurl -d "$(sed s/PHONE/1/ <<< $BODY)" ${URL}\n`,
    `BODY=$(jq --arg p "$P" '.recipientSms.phoneNumber = $p' <<< '${sms('1')}')\n`,
  ])('%s', (text) => {
    expect(found('a.sh', text)).toEqual([])
  })

  it.each([
    `BODY='${sms('1')}'\necho "$BODY" | jq .\ncurl -d "$BODY" ${URL}\n`,
    `echo '${sms('1')}' | jq -c '.' | curl -d @- ${URL}\n`,
    `BODY='${sms('1')}'\necho $TOKEN | sed s/a/b/\ncurl -d "$BODY" ${URL}\n`,
    `sed -i s/a/b/ x\ncat <<EOF | curl -d @-\n${sms('1')}\nEOF\n`,
    `curl -d '${sms('1')}' ${URL} | sed s/a/b/\n`,
  ])('and other texts are judged: %s', (text) => {
    expect(found('a.sh', text)).toEqual(['phone-number "1"'])
  })
})

describe('a format of printf', () => {
  it.each(['100 %%', String.raw`\\u00e5`, '%s'])('is not judged where it has %s', (body) => {
    expect(found('a.sh', `printf '${sms('1', body)}' | curl -d @- ${URL}\n`)).toEqual([])
    expect(found('a.sh', `printf '%s' '${sms('1', body)}' | curl -d @- ${URL}\n`)).toContain('phone-number "1"')
  })

  it('is judged where it has neither', () => {
    expect(found('a.sh', `printf '${sms('1')}' | curl -d @- ${URL}\n`)).toEqual(['phone-number "1"'])
  })
})

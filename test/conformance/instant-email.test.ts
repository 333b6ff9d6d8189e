import { beforeAll, describe, expect, it } from 'vitest'
import { arrived, emailRequest, eventually, postEmail, reaches, shipmentIdOf, someText, tokenFor } from './support.ts'

let token: string
beforeAll(async () => {
  token = await tokenFor()
})

const messageOf = async (request: unknown) => {
  const shipmentId = shipmentIdOf(await postEmail(request, token))
  const [message] = await eventually(
    () => arrived(shipmentId),
    (messages) => messages.length > 0,
  )
  return message
}

describe('an instant e-mail', () => {
  it('is answered 201 and delivered', async () => {
    const answer = await postEmail(emailRequest(), token)
    expect(answer.status).toBe(201)
    const manifest = await reaches(shipmentIdOf(answer), 'Email_Delivered', token)
    expect(manifest.json.recipients).toMatchObject([{ type: 'Email', status: 'Email_Delivered' }])
  })

  it('comes from the default sender, as plain text, where nothing else is said', async () => {
    expect(await messageOf(emailRequest())).toMatchObject({ from: 'noreply@altinn.no', contentType: 'Plain' })
  })

  it.each([['Html'], ['html'], ['HTML'], [1], ['1']])('is HTML where contentType is %j', async (contentType) => {
    expect(await messageOf(emailRequest({ settings: { contentType } }))).toMatchObject({ contentType: 'Html' })
  })

  it('carries a text alternative where it is HTML', async () => {
    const text = someText()
    const body = `<h1>Hei p&aring; deg&hellip;</h1><p>${text.replace('din', '<strong>din</strong>')}</p><style>p { color: red }</style>`
    expect(await messageOf(emailRequest({ settings: { contentType: 'Html', body } }))).toMatchObject({
      body,
      text: `Hei på deg…\n\n${text}`,
    })
  })

  it('carries no alternative where it is plain', async () => {
    expect(await messageOf(emailRequest())).not.toHaveProperty('text')
  })

  it('has a subject of one line, whatever line ends the request held', async () => {
    const subject = 'Kode\r\nBcc: en@example.com\nX: y\u2028z\u0000'
    expect(await messageOf(emailRequest({ settings: { subject } }))).toMatchObject({
      subject: 'Kode Bcc: en@example.com X: y z ',
    })
  })

  it('goes to and comes from addresses without the spaces around them', async () => {
    const request = emailRequest({ settings: { senderEmailAddress: '   avsender@altinn.no ' } })
    const { emailAddress } = request.recipientEmail
    const padded = { ...request, recipientEmail: { ...request.recipientEmail, emailAddress: ` ${emailAddress} ` } }
    expect(await messageOf(padded)).toMatchObject({ to: emailAddress, from: 'avsender@altinn.no' })
  })
})

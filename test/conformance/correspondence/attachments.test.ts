import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { send } from '#client'
import { type Answer, read, tokenFor } from '../support.ts'
import {
  ask,
  CORRESPONDENCE,
  confirm,
  details,
  idsOf,
  initialise,
  initialised,
  LATER,
  listIn,
  messageRequest,
  ORGANIZATION,
  overview,
  purge,
  READ,
  tokens,
  WRITE,
} from './messages.ts'

const ATTACHMENT = '/correspondence/api/v1/attachment'
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

let sender: string
let recipient: string
let stranger: string
beforeAll(async () => {
  ;({ sender, recipient, stranger } = await tokens())
})

const md5Of = (content: string | Uint8Array): string => createHash('md5').update(content).digest('hex')

const onAttachment = async (method: string, path: string, token: string, init: RequestInit = {}): Promise<Answer> =>
  read(
    await send(`${ATTACHMENT}${path}`, {
      method,
      ...init,
      headers: { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) },
    }),
  )

const initialiseAttachment = (members: Readonly<Record<string, unknown>> = {}, token = sender): Promise<Answer> =>
  onAttachment('POST', '', token, {
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      resourceId: 'example',
      fileName: 'vedtak.pdf',
      displayName: 'Vedtak',
      sendersReference: 'a-1',
      ...members,
    }),
  })

async function newAttachment(members: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const answer = await initialiseAttachment(members)
  expect(answer.status).toBe(200)
  return String(answer.json.value)
}

const uploadFile = (id: string, content: BodyInit, token = sender, type = 'application/octet-stream') =>
  onAttachment('POST', `/${id}/upload`, token, { headers: { 'content-type': type }, body: content })

async function uploaded(content: string, members: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = await newAttachment(members)
  const answer = await uploadFile(id, content)
  expect([answer.status, answer.json.status]).toEqual([200, 'Published'])
  return id
}

const download = (correspondenceId: string, attachmentId: string, token = recipient): Promise<Response> =>
  send(`${CORRESPONDENCE}/${correspondenceId}/attachment/${attachmentId}/download`, {
    headers: { authorization: `Bearer ${token}` },
  })

const contentOf = async (file: Response): Promise<string> => new TextDecoder().decode(await file.arrayBuffer())

const uploadForm = async (body: BodyInit, headers: Record<string, string> = {}): Promise<Answer> =>
  read(
    await send(`${CORRESPONDENCE}/upload`, {
      method: 'POST',
      body,
      headers: { authorization: `Bearer ${sender}`, ...headers },
    }),
  )

const FIELDS = {
  'Correspondence.ResourceId': 'example',
  'Correspondence.SendersReference': 'case-2026-1234',
  'Correspondence.Content.MessageTitle': 'Vedtak',
  'Correspondence.Content.MessageBody': 'Her er vedtaket.',
  'Recipients[0]': `0192:${ORGANIZATION}`,
}

function formOf(fields: Readonly<Record<string, string>>, files: readonly File[]): FormData {
  const form = new FormData()
  // The files first: the fields that describe them come when they are stored.
  for (const file of files) form.append('Attachments', file)
  for (const [name, value] of Object.entries({ ...FIELDS, ...fields })) form.append(name, value)
  return form
}

const attachmentsIn = ({ json }: Answer) => listIn(Object(json.content).attachments)

describe('an attachment', () => {
  it('is initialised, uploaded, and shown with its status', async () => {
    const content = '%PDF-1.7'
    const id = await newAttachment({ checksum: md5Of(content) })
    expect(id).toMatch(UUID)
    expect((await onAttachment('GET', `/${id}`, sender)).json).toMatchObject({
      attachmentId: id,
      resourceId: 'example',
      fileName: 'vedtak.pdf',
      displayName: 'Vedtak',
      name: 'Vedtak',
      status: 'Initialized',
      statusText: 'Initialized',
      sendersReference: 'a-1',
      correspondenceIds: [],
    })
    const answer = await uploadFile(id, content)
    expect(answer.status).toBe(200)
    expect(answer.json).toMatchObject({ status: 'Published', checksum: md5Of(content), attachmentSize: 8 })
    const shown = await onAttachment('GET', `/${id.toUpperCase()}/details`, sender)
    expect(listIn(shown.json.statusHistory).map(({ status }) => status)).toEqual([
      'Initialized',
      'UploadProcessing',
      'Published',
    ])
  })

  it('is its organisation’s own: for another it does not exist', async () => {
    const id = await uploaded('x')
    for (const answer of [
      await onAttachment('GET', `/${id}`, stranger),
      await onAttachment('GET', `/${id}/details`, stranger),
      await onAttachment('DELETE', `/${id}`, stranger),
      await uploadFile(id, 'y', stranger),
      await onAttachment('GET', `/${crypto.randomUUID()}`, sender),
    ])
      expect([answer.status, answer.json.errorCode]).toEqual([404, 2001])
    expect((await onAttachment('GET', '/nonsense', sender)).json.errors).toEqual({
      attachmentId: ['The value is not valid.'],
    })
    expect((await onAttachment('GET', `/${id}`, recipient)).status).toBe(403)
    expect((await initialiseAttachment({}, await tokenFor({ org: '', scope: WRITE }))).status).toBe(403)
  })

  it.each([
    [{ fileName: '' }, 2010],
    [{ fileName: null }, 2010],
    [{ resourceId: null }, undefined],
    [{ sendersReference: '' }, undefined],
    [{ resourceId: '' }, undefined],
    [{ resourceId: 'urn:altinn:org:example' }, undefined],
    [{ fileName: 'a'.repeat(256) }, 2011],
    [{ fileName: '../vedtak.pdf' }, 2012],
    [{ fileName: 'vedtak\r\n.pdf' }, 2012],
    [{ fileName: 'vedtak .pdf' }, 2012],
    [{ isEncrypted: 'perhaps' }, undefined],
    [{ checksum: 'x' }, undefined],
    [{ checksum: md5Of('x').toUpperCase() }, undefined],
  ])('that is described wrongly is refused: %o', async (members, errorCode) => {
    const answer = await initialiseAttachment(members)
    expect([answer.status, answer.json.errorCode]).toEqual([400, errorCode])
  })

  it('is told in words what must not be empty', async () => {
    const { json } = await initialiseAttachment({ sendersReference: '' })
    expect(json.errors).toEqual({ SendersReference: ['The SendersReference field is required.'] })
  })

  it('has a checksum as Altinn writes one, or none, in a message too', async () => {
    const wrong = [
      ['d41d8cd9', 'The checksum, if used, must be a MD5 hash with a length of 32 characters'],
      [md5Of('x').toUpperCase(), 'The checksum, if used, must be a MD5 hash in lower case'],
    ] as const
    for (const [checksum, sentence] of wrong) {
      const alone = (await initialiseAttachment({ checksum })).json
      expect([alone.code, alone.errors]).toEqual(['STD-00000', { Checksum: [sentence] }])
      const attachments = [{ fileName: 'vedtak.pdf', sendersReference: 'a', checksum }]
      const { json } = await initialise(messageRequest({ content: { attachments } }), sender)
      expect([json.code, json.errors]).toEqual([
        'STD-00000',
        { 'Correspondence.Content.Attachments[0].Checksum': [sentence] },
      ])
    }
    for (const checksum of ['', ' ', null])
      expect((await uploadFile(await newAttachment({ checksum }), 'x')).status).toBe(200)
  })

  it('takes its file once', async () => {
    const id = await uploaded('x')
    const again = await uploadFile(id, 'y')
    expect([again.status, again.json.errorCode]).toEqual([400, 2005])
  })

  it('takes one of many uploads at once', async () => {
    const id = await newAttachment()
    const answers = await Promise.all(Array.from({ length: 5 }, (_, index) => uploadFile(id, String(index))))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ json }) => json.errorCode === 2005)).toHaveLength(4)
  })

  it.each([
    ['another checksum', 'abd', 2008],
    ['nothing', '', 2004],
  ])('whose file has %s has failed, and takes the right one afterwards', async (_what, wrong, errorCode) => {
    const id = await newAttachment({ checksum: md5Of('abc') })
    const refused = await uploadFile(id, wrong)
    expect([refused.status, refused.json.errorCode]).toEqual([400, errorCode])
    expect((await onAttachment('GET', `/${id}`, sender)).json.status).toBe('Failed')
    expect((await uploadFile(id, 'abc')).status).toBe(200)
  })

  it('is a stream of octets', async () => {
    const id = await newAttachment()
    expect((await uploadFile(id, '{}', sender, 'application/json')).status).toBe(415)
  })

  it('can be downloaded by its own organisation until a message with it is published', async () => {
    const id = await newAttachment()
    const own = async (token = sender) => {
      const file = await send(`${ATTACHMENT}/${id}/download`, { headers: { authorization: `Bearer ${token}` } })
      return file.status === 200 ? contentOf(file) : [file.status, Object(await file.json()).errorCode]
    }
    expect(await own()).toEqual([400, 1018])
    await uploadFile(id, 'Utkast')
    expect(await own()).toBe('Utkast')
    expect(await own(stranger)).toEqual([404, 2001])
    const request = { existingAttachments: [id] }
    await initialised(messageRequest({ request, correspondence: { requestedPublishTime: LATER } }), sender)
    expect(await own()).toBe('Utkast')
    await initialised(messageRequest({ request }), sender)
    await expect.poll(() => own()).toEqual([400, 2016])
  })

  it('that is deleted cannot be downloaded', async () => {
    const id = await uploaded('x')
    await onAttachment('DELETE', `/${id}`, sender)
    const answer = await onAttachment('GET', `/${id}/download`, sender)
    expect([answer.status, answer.json.errorCode]).toEqual([400, 2006])
  })

  it('is deleted once', async () => {
    const id = await uploaded('x')
    expect((await onAttachment('DELETE', `/${id}`, sender)).status).toBe(200)
    const again = await onAttachment('DELETE', `/${id}`, sender)
    expect([again.status, again.json.errorCode]).toEqual([400, 2006])
    expect((await onAttachment('GET', `/${id}`, sender)).json.status).toBe('Purged')
    expect((await uploadFile(id, 'y')).json.errorCode).toBe(2006)
  })
})

describe('a message with attachments that were there', () => {
  it('shows them, and lets its recipient download them once it is published', async () => {
    const content = 'Her er vedtaket, på ærlig norsk.'
    const id = await uploaded(content, { fileName: 'Čáhci – "1".pdf' })
    const message = messageRequest({ request: { existingAttachments: [id.toUpperCase()] } })
    const answer = await initialise(message, sender)
    expect([answer.status, answer.json.attachmentIds]).toEqual([200, [id]])
    const correspondenceId = idsOf(answer)[0] ?? ''
    expect(attachmentsIn(await overview(correspondenceId, recipient))).toMatchObject([
      { id, fileName: 'Čáhci – "1".pdf', name: 'Vedtak', status: 'Published', checksum: md5Of(content) },
    ])
    const file = await download(correspondenceId, id)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/octet-stream'])
    expect(file.headers.get('content-disposition')).toBe(
      `attachment; filename="__hci _ _1_.pdf"; filename*=UTF-8''${encodeURIComponent('Čáhci – "1".pdf')}`,
    )
    expect(file.headers.get('content-length')).toBe(String(new TextEncoder().encode(content).length))
    expect(await contentOf(file)).toBe(content)
    expect((await details(correspondenceId, sender)).json).toMatchObject({ status: 'AttachmentsDownloaded' })
    expect((await onAttachment('GET', `/${id}`, sender)).json.correspondenceIds).toEqual([correspondenceId])
  })

  it('lets no one else download them, and no one before it is published', async () => {
    const id = await uploaded('x')
    const request = { existingAttachments: [id] }
    const later = await initialised(
      messageRequest({ request, correspondence: { requestedPublishTime: LATER } }),
      sender,
    )
    const now = await initialised(messageRequest({ request }), sender)
    const other = await tokenFor({ org: '', orgNumber: '313756270', scope: READ })
    expect((await download(later, id)).status).toBe(404)
    expect((await download(now, id, other)).status).toBe(404)
    expect((await download(now, id, sender)).status).toBe(403)
    expect((await download(now, crypto.randomUUID())).status).toBe(404)
    expect((await download(now, id)).status).toBe(200)
  })

  it('is refused where one is unknown, another’s, deleted or without its file', async () => {
    const unpublished = await newAttachment()
    const deleted = await uploaded('x')
    await onAttachment('DELETE', `/${deleted}`, sender)
    const mine = await uploaded('x')
    const codeFor = async (id: string, token = sender) =>
      (await initialise(messageRequest({ request: { existingAttachments: [mine, id] } }), token)).json.errorCode
    expect(await codeFor(crypto.randomUUID())).toBe(1007)
    expect(await codeFor(mine, stranger)).toBe(1007)
    expect(await codeFor(deleted)).toBe(1007)
    expect(await codeFor(unpublished)).toBe(1018)
    // What was refused holds nothing.
    expect((await onAttachment('DELETE', `/${mine}`, sender)).status).toBe(200)
  })

  it('keeps them from being deleted, and the last one takes them along when it is purged', async () => {
    const id = await uploaded('x')
    const recipients = [`0192:${ORGANIZATION}`, '0192:313756270']
    const answer = await initialise(messageRequest({ request: { existingAttachments: [id], recipients } }), sender)
    const [mine = '', others = ''] = idsOf(answer)
    expect((await onAttachment('DELETE', `/${id}`, sender)).json.errorCode).toBe(2007)
    expect((await purge(mine, recipient)).status).toBe(200)
    expect((await download(mine, id)).status).toBe(404)
    const other = await tokenFor({ org: '', orgNumber: '313756270', scope: READ })
    expect((await download(others, id, other)).status).toBe(200)
    expect((await purge(others, other)).status).toBe(200)
    await expect
      .poll(async () => (await onAttachment('GET', `/${id}`, sender)).json.status, { timeout: 20_000 })
      .toBe('Purged')
  })

  it('may be confirmed after they have been downloaded', async () => {
    const id = await uploaded('x')
    const correspondence = { isConfirmationNeeded: true, dueDateTime: LATER }
    const message = await initialised(
      messageRequest({ request: { existingAttachments: [id] }, correspondence }),
      sender,
    )
    await download(message, id)
    expect((await confirm(message, recipient)).status).toBe(200)
    expect((await ask('DELETE', `${message}/purge`, recipient)).status).toBe(200)
  })
})

describe('a form with files', () => {
  it('stores them, whatever their order', async () => {
    const files = [new File(['%PDF'], 'å.pdf'), new File(['{}'], 'data.json')]
    const answer = await uploadForm(formOf({}, files))
    expect([answer.status, answer.json.errors]).toEqual([200, undefined])
    const ids = answer.json.attachmentIds
    expect(ids).toEqual([expect.stringMatching(UUID), expect.stringMatching(UUID)])
    const correspondenceId = idsOf(answer)[0] ?? ''
    const texts = await Promise.all(
      (Array.isArray(ids) ? ids : []).map(async (id) => contentOf(await download(correspondenceId, String(id)))),
    )
    expect(texts).toEqual(['%PDF', '{}'])
    expect((await onAttachment('GET', `/${Array.isArray(ids) ? ids[0] : ''}`, sender)).json).toMatchObject({
      status: 'Published',
      fileName: 'å.pdf',
      resourceId: 'example',
      correspondenceIds: [correspondenceId],
    })
  })

  it('describes them by their names', async () => {
    const described = {
      'Correspondence.Content.Attachments[0].FileName': 'b.txt',
      'Correspondence.Content.Attachments[0].DisplayName': 'Den andre',
      'Correspondence.Content.Attachments[0].SendersReference': 'b-1',
      'Correspondence.Content.Attachments[0].Checksum': md5Of('bb'),
      'Correspondence.Content.Attachments[0].IsEncrypted': 'True',
      'Correspondence.Content.Attachments[1].FileName': 'a.txt',
    }
    const answer = await uploadForm(formOf(described, [new File(['a'], 'a.txt'), new File(['bb'], 'b.txt')]))
    expect([answer.status, answer.json.errors]).toEqual([200, undefined])
    expect(attachmentsIn(await overview(idsOf(answer)[0] ?? '', sender))).toMatchObject([
      { fileName: 'b.txt', name: 'Den andre', sendersReference: 'b-1', isEncrypted: true, checksum: md5Of('bb') },
      { fileName: 'a.txt', name: 'a.txt', isEncrypted: false, checksum: md5Of('a') },
    ])
  })

  it.each([
    ['a described file is missing', { 'Correspondence.Content.Attachments[0].FileName': 'b.txt' }, ['a'], 1005],
    ['only some are described', { 'Correspondence.Content.Attachments[0].FileName': '0.txt' }, ['a', 'b'], 1005],
    [
      'one has another checksum',
      {
        'Correspondence.Content.Attachments[0].FileName': '0.txt',
        'Correspondence.Content.Attachments[0].Checksum': md5Of('b'),
      },
      ['a'],
      2008,
    ],
    ['one has a path for a name', { 'Correspondence.Content.Attachments[0].FileName': 'a/b.txt' }, ['a'], 2012],
    ['one is empty', {}, ['a', ''], 2004],
    ['the message is wrong', { 'Correspondence.Content.MessageTitle': ' ' }, ['a'], 1020],
  ])('is refused where %s', async (_what, fields, contents, errorCode) => {
    const answer = await uploadForm(
      formOf(
        fields,
        contents.map((content, index) => new File([content], `${index}.txt`)),
      ),
    )
    expect([answer.status, answer.json.errorCode]).toEqual([400, errorCode])
  })

  it('may be larger than any other body, by what its files are', async () => {
    const bytes = new Uint8Array(12_000_000).map((_, index) => (index * 31) ^ (index >> 8))
    const answer = await uploadForm(formOf({}, [new File([bytes], 'large.zip'), new File(['x'], 'small.txt')]))
    expect([answer.status, answer.json.errors]).toEqual([200, undefined])
    const correspondenceId = idsOf(answer)[0] ?? ''
    const [large] = attachmentsIn(await overview(correspondenceId, sender))
    expect(large?.checksum).toBe(md5Of(bytes))
    const file = new Uint8Array(await (await download(correspondenceId, String(large?.id))).arrayBuffer())
    expect([file.byteLength, md5Of(file)]).toEqual([bytes.byteLength, md5Of(bytes)])
  })

  it('may not be larger by its fields', async () => {
    const fields = { 'Correspondence.Content.MessageBody': 'a'.repeat(300_000) }
    expect((await uploadForm(formOf(fields, [new File(['x'], 'a.txt')]))).status).toBe(413)
  })

  it('ignores a chooser in which no file was chosen', async () => {
    const answer = await uploadForm(formOf({}, [new File([], '')]))
    expect([answer.status, answer.json.attachmentIds]).toEqual([200, []])
  })

  it('that ends too early is refused', async () => {
    const body = '--b\r\nContent-Disposition: form-data; name="attachments"; filename="a.txt"\r\n\r\nabc'
    const answer = await uploadForm(body, { 'content-type': 'multipart/form-data; boundary=b' })
    expect([answer.status, answer.json.errors]).toEqual([400, { $: ['The body is not a form (RFC 7578).'] }])
  })

  it('may be one that .NET writes', async () => {
    const part = (name: string, value: string) =>
      `--"x-y"\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
    const body = [
      ...Object.entries(FIELDS).map(([name, value]) => part(name, value)),
      '--"x-y"\r\nContent-Disposition: form-data; name=Attachments; filename="=?utf-8?B?w6UucGRm?="; ',
      'filename*=utf-8\'\'%C3%A5.pdf\r\n\r\n%PDF\r\n--"x-y"--\r\n',
    ]
      .join('')
      .replaceAll('"x-y"', 'x-y')
    const answer = await uploadForm(body, { 'content-type': 'multipart/form-data; boundary="x-y"' })
    expect([answer.status, answer.json.errors]).toEqual([200, undefined])
    expect(attachmentsIn(await overview(idsOf(answer)[0] ?? '', sender))).toMatchObject([{ fileName: 'å.pdf' }])
  })
})

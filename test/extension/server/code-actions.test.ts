import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CodeAction, CodeActionRequest, CodeActionResolveRequest } from 'vscode-languageserver-protocol'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { ServerProcess } from '../support/server.ts'

const CODE_ACTION = {
  codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
  dataSupport: true,
  resolveSupport: { properties: ['edit'] },
}

let eager: ServerProcess
let deferring: ServerProcess
let opened = 0
beforeAll(() => {
  eager = new ServerProcess({ capabilities: { textDocument: { diagnostic: {} } } })
  deferring = new ServerProcess({ capabilities: { textDocument: { diagnostic: {}, codeAction: CODE_ACTION } } })
})
afterAll(async () => {
  await eager[Symbol.asyncDispose]()
  await deferring[Symbol.asyncDispose]()
})

/** The actions of a server at the place of a word of a text, or anywhere in it, by their titles. */
async function actionsAt(server: ServerProcess, text: string, word = text, only?: string[], extension = 'json') {
  const uri = `file:///actions/${opened++}.notification.${extension}`
  await server.open(uri, text)
  const document = TextDocument.create(uri, 'json', 1, text)
  const start = text.indexOf(word)
  const actions = await server.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: { start: document.positionAt(start), end: document.positionAt(start + word.length) },
    context: { diagnostics: [], ...(only && { only }) },
  })
  const found = (actions ?? []).filter(
    (action): action is CodeAction => !('command' in action && typeof action.command === 'string'),
  )
  const edited = ({ edit }: CodeAction) => TextDocument.applyEdits(document, edit?.changes?.[uri] ?? [])
  return { actions: found, titles: found.map(({ title }) => title), edited }
}

const sms = (phoneNumber: string, body = 'Hei') =>
  `{"idempotencyId":"1","recipientSms":{"phoneNumber":"${phoneNumber}","timeToLiveInSeconds":120,"smsSettings":{"body":"${body}"}}}`

describe('a finding with several repairs', () => {
  it('lists them all, and prefers none that a person has to choose', async () => {
    const text =
      '{"notificationTemplate":"GenericAltinnMessage","notificationChannel":"Sms","smsBody":"Logg inn på altinn.no i dag."}'
    const { actions, titles, edited } = await actionsAt(eager, text, 'altinn.no', ['quickfix'])
    expect(titles).toEqual(['Name the site instead', 'Write the name without its domain'])
    expect(actions.map(({ isPreferred }) => isPreferred)).toEqual([undefined, undefined])
    expect(actions.map(edited)).toEqual([
      text.replace('altinn.no', 'Altinns nettside'),
      text.replace('altinn.no', 'Altinn'),
    ])
  })

  it('prefers the one that is safe', async () => {
    const { actions } = await actionsAt(eager, sms('99999999'), '99999999', ['quickfix'])
    expect(actions).toMatchObject([{ title: 'Add the Norwegian country code', isPreferred: true }])
  })
})

describe('all of a kind', () => {
  const text = `[\n${sms('99999999', 'a.no')},\n${sms('99999998', 'Hei “du”')},\n${sms('+4799999997')}\n]`
  const all = text.replace('99999999', '+4799999999').replace('99999998', '+4799999998')

  it('is put right at once, and nothing of another kind', async () => {
    const { actions, titles, edited } = await actionsAt(eager, text, '99999998', ['quickfix'])
    expect(titles).toEqual(['Add the Norwegian country code', 'Fix all of this kind in the file (phone-number)'])
    expect(actions[1] && edited(actions[1])).toBe(all)
  })

  it('is not offered where there is one', async () => {
    const { titles } = await actionsAt(eager, text, '“du”', ['quickfix'])
    expect(titles).toEqual(['Write plain characters instead'])
  })

  it('has its edits worked out when it is chosen, for a client that can wait', async () => {
    const { actions, edited } = await actionsAt(deferring, text, '99999998', ['quickfix'])
    expect(actions[0]?.edit).toBeDefined()
    const [, whole] = actions
    if (!whole) throw new Error('there is no action for all of a kind')
    expect(whole.edit).toBeUndefined()
    expect(edited(await deferring.connection.sendRequest(CodeActionResolveRequest.type, whole))).toBe(all)
  })
})

describe('an action', () => {
  const orderOf = (more: string) =>
    `{"idempotencyId":"1","recipient":{"recipientSms":{"phoneNumber":"+4799999999","smsSettings":{"body":"Hei"}}}${more}}`

  it('is listed once where it puts several findings right', async () => {
    const text = sms('+4799999999', 'SÃ¸knaden â€“ og sÃ¸knaden')
    const { titles, actions, edited } = await actionsAt(deferring, text, text, ['quickfix'])
    expect(titles).toEqual(['Write the characters themselves'])
    expect(actions.map(edited)).toEqual([sms('+4799999999', 'Søknaden – og søknaden')])
  })

  it('of the whole file is not offered where its repairs cannot be written', async () => {
    const text = `const body = {"notificationTemplate":"GenericAltinnMessage","notificationChannel":"Email","customRecipients":[${'{"emailAddress":"ola@etaten.no"},'.repeat(3)}]}\n`
    for (const server of [eager, deferring])
      expect((await actionsAt(server, text, text, undefined, 'ts')).titles).toEqual([])
  })

  it('of all of a kind makes the repair that is offered for one', async () => {
    // A here-string takes no new line, and so the reminder cannot be sent.
    const text = `$body = @'
{
  "notificationTemplate": "GenericAltinnMessage",
  "notificationChannel": "Email",
  "reminderEmailBody": "Hei.",
  "reminderEmailSubject": "Brev"
}
'@\n`
    const { titles, actions, edited } = await actionsAt(eager, text, 'Hei.', ['quickfix'], 'ps1')
    expect(titles).toEqual(['Remove `reminderEmailBody`', 'Fix all of this kind in the file (unused-reminder-text)'])
    expect(actions.map((action) => edited(action).includes('reminderEmailSubject'))).toEqual([true, false])
  })

  it('of all of a kind gives no two members one name', async () => {
    const text = orderOf(',"requestedSendTim":"2099-01-01T09:00:00Z","requestdSendTime":"2099-01-02T09:00:00Z"')
    const { actions, edited } = await actionsAt(eager, text, text, ['quickfix'])
    expect(actions.length).toBeGreaterThan(1)
    for (const action of actions) expect(edited(action).match(/"requestedSendTime"/g) ?? []).toHaveLength(1)
  })
})

describe('everything', () => {
  it('that is safe is put right, and nothing else', async () => {
    const text = `${sms('99999999', 'Se altinn.no – nå')}\n`
    const { actions, edited } = await actionsAt(eager, text, text, ['source.fixAll'])
    expect(actions.map(edited)).toEqual([`${sms('+4799999999', 'Se altinn.no - nå')}\n`])
  })

  it('is not offered where nothing is safe', async () => {
    const { titles } = await actionsAt(eager, sms('+4799999999', 'Se altinn.no'), 'Se', ['source.fixAll'])
    expect(titles).toEqual([])
  })
})

describe('a text that is not JSON', () => {
  it.each([
    sms('99999999').slice(0, -1),
    sms('99999999').replace('120', '0120'),
    '[',
    '{"recipientSms":[{"phoneNumber":"99999999"',
    `[${sms('99999999')},`,
    '"recipientSms"',
    '',
  ])('has no actions, and asking for them is no error: %s', async (text) => {
    for (const only of [undefined, ['quickfix'], ['source.fixAll']]) {
      const { titles } = await actionsAt(eager, text, text, only)
      expect(titles).toEqual([])
    }
  })
})

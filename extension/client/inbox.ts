import * as vscode from 'vscode'
import type { Preview } from '../protocol.ts'
import { CLIENT_WORDS, tell } from './words.ts'

/** Where requests are tried. */
const inboxUrl = (): string =>
  vscode.workspace.getConfiguration('straks').get('inboxUrl', 'http://127.0.0.1:8787').replace(/\/+$/, '')

const JSON_TYPE = { 'content-type': 'application/json' }

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}

/** A token of the inbox's own issuer. It opens nothing but that inbox. */
async function developmentToken(url: string): Promise<string> {
  const answer = await fetch(`${url}/dev/token`, { method: 'POST', headers: JSON_TYPE, body: '{}' })
  return String(member(await answer.json(), 'access_token'))
}

async function post(url: string, { request, route }: Preview): Promise<{ taken: boolean; answer: string }> {
  const headers = { ...JSON_TYPE, authorization: `Bearer ${await developmentToken(url)}` }
  const response = await fetch(`${url}${route}`, { method: 'POST', headers, body: request })
  const body: unknown = await response.json()
  const told = member(member(body, 'notification'), 'shipmentId') ?? member(body, 'title') ?? response.statusText
  return { taken: response.ok, answer: `${response.status} ${String(told)}` }
}

/** Sends an instant request to the local inbox and says what became of it. */
export async function sendToInbox(preview: Preview): Promise<void> {
  if (preview.route === undefined) {
    await vscode.window.showInformationMessage(tell(CLIENT_WORDS.notInstant))
    return
  }
  const url = inboxUrl()
  try {
    const { taken, answer } = await post(url, preview)
    if (!taken) {
      await vscode.window.showErrorMessage(tell(CLIENT_WORDS.notSent, { answer }))
      return
    }
    const open = tell(CLIENT_WORDS.openInbox)
    const chosen = await vscode.window.showInformationMessage(tell(CLIENT_WORDS.sent, { answer, url }), open)
    if (chosen === open) await openInbox()
  } catch {
    await vscode.window.showErrorMessage(tell(CLIENT_WORDS.noInbox, { url }))
  }
}

export const openInbox = (): Thenable<boolean> => vscode.env.openExternal(vscode.Uri.parse(inboxUrl()))

import { describe, expect, it } from 'vitest'
import { send } from '#client'
import { tokenFor } from '../conformance/support.ts'
import { isRecord, type Members, read } from '../support/api/answer.ts'
import { correspondenceClients } from './correspondence-clients.ts'
import { notificationClients } from './notification-clients.ts'
import type { ClientCall } from './public-client.ts'

/** What is at a path of an answer; `undefined` where nothing is. A list is walked by its places. */
function at(value: unknown, path: string): unknown {
  const [name = '', ...rest] = path.split('.')
  const inner = Array.isArray(value) ? value[Number(name)] : isRecord(value) ? value[name] : undefined
  return rest.length === 0 ? inner : at(inner, rest.join('.'))
}

const isThere = (value: unknown): boolean => value !== undefined && value !== null

function formOf(fields: NonNullable<ClientCall['form']>): FormData {
  const form = new FormData()
  for (const [field, value] of fields)
    if (typeof value === 'string') form.append(field, value)
    else form.append(field, new Blob([value.content]), value.fileName)
  return form
}

const filled = (written: string, known: Members): string =>
  written.replaceAll(/\{(\w+)\}/g, (whole, name: string) => (name in known ? String(known[name]) : whole))

function requestOf({ method, json, form, octets }: ClientCall, token: string, known: Members): RequestInit {
  const authorization = `Bearer ${token}`
  if (octets) return { method, headers: { authorization, 'content-type': 'application/octet-stream' }, body: octets }
  if (form) return { method, headers: { authorization }, body: formOf(form) }
  if (!json) return { method, headers: { authorization } }
  return {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    body: filled(JSON.stringify(json), known),
  }
}

/** Makes a call, and gives what is known after it. */
async function make(call: ClientCall, token: string, known: Members): Promise<Members> {
  const path = filled(call.path, known)
  const { status, json } = await read(await send(path, requestOf(call, token, known)))
  expect(status === call.status ? { status } : { status, json }).toEqual({ status: call.status })
  expect(call.reads.filter((member) => !isThere(at(json, member)))).toEqual([])
  const remembered = Object.entries(call.remembers ?? {}).map(([name, place]) => [name, at(json, place)])
  return { ...known, ...Object.fromEntries(remembered) }
}

describe.each([...notificationClients, ...correspondenceClients])('$name', ({ scope, calls }) => {
  it(`is answered as its types demand: ${calls.map(({ does }) => does).join('; ')}`, async () => {
    const token = await tokenFor({ org: 'digdir', orgNumber: '991825827', scope })
    let known: Members = {}
    for (const call of calls) known = await make(call, token, { ...known, newKey: crypto.randomUUID() })
  })
})

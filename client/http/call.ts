import { JudgedError } from '../errors.ts'
import { operations } from '../generated/operations.ts'
import type { Operations } from '../generated/types.ts'
import type { ClientSettings } from '../options.ts'
import { send } from './transport.ts'

/** An operation of the API, by its id in the API's description. */
export type OperationId = keyof Operations & keyof typeof operations

type Part<Id extends OperationId, Name extends string> = Operations[Id] extends { readonly [K in Name]: infer Type }
  ? Type
  : undefined

/** Whether the operation takes a body that is not JSON: a form, or bytes. */
type RawBody<Id extends OperationId> = (typeof operations)[Id] extends { readonly body: 'form' }
  ? FormData
  : (typeof operations)[Id] extends { readonly body: 'bytes' }
    ? Blob | ArrayBuffer | Uint8Array<ArrayBuffer>
    : undefined

type Given<Name extends string, Type> = [Type] extends [undefined] ? unknown : { readonly [K in Name]: Type }

/** What an operation takes: the parameters of its path, its query and its body. */
export type Input<Id extends OperationId> = Given<'params', Part<Id, 'params'>> &
  ([Part<Id, 'query'>] extends [undefined] ? unknown : { readonly query?: Part<Id, 'query'> }) &
  ([RawBody<Id>] extends [undefined] ? Given<'body', Part<Id, 'body'>> : { readonly body: RawBody<Id> }) & {
    readonly signal?: AbortSignal
  }

/** What an operation answers with, where it succeeds. */
export type Answer<Id extends OperationId> = Part<Id, 'answer'>

/** Sends any operation of the API. */
export type MakeCall = <Id extends OperationId>(id: Id, input: Input<Id>) => Promise<Answer<Id>>

type AnyInput = {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/** Values that would lead to another path than the operation's: a URL's dots go up, and slashes together are one. */
const NO_SEGMENT = new Set(['', '.', '..'])

const fillPath = (path: string, params: Readonly<Record<string, string>> = {}): string =>
  path.replace(/\{([^{}]{1,64})\}/g, (_, name: string) => {
    const value = Object.hasOwn(params, name) ? (params[name] ?? '') : ''
    if (NO_SEGMENT.has(value)) throw new TypeError(`The path needs the parameter ${name}.`)
    return encodeURIComponent(value)
  })

/** Makes the one function that all methods of the client go through. */
export function createCall(settings: ClientSettings): MakeCall {
  const call = async (id: OperationId, input: AnyInput): Promise<unknown> => {
    const { method, path } = operations[id]
    const { params, query, body, signal } = input
    if (settings.judge && body !== undefined) {
      const findings = await settings.judge(id, body)
      if (findings.length > 0) throw new JudgedError(findings)
    }
    return (await send(settings, { method, path: fillPath(path, params), query, body, signal })).body
  }
  // The types of inputs and answers are those that the description of the API gives for each operation.
  return call as MakeCall
}

import { isJsonObject } from '../json/value.ts'
import { instant, instantEmail, instantSms } from './instant.ts'
import type { DocumentKind } from './kind.ts'

/** Every kind of request that the judge knows. */
export const documentKinds: readonly DocumentKind[] = [instantSms, instantEmail, instant]

/** Whether an object has a member, whatever the case of its name. */
const has = (object: Readonly<Record<string, unknown>>, name: string): boolean =>
  Object.keys(object).some((key) => key.toLowerCase() === name)

const member = (object: Readonly<Record<string, unknown>>, name: string): unknown =>
  Object.entries(object).find(([key]) => key.toLowerCase() === name)?.[1]

/** Tells by its shape what kind of request a parsed JSON value is; `undefined` where it is none that is known. */
export function recognise(value: unknown): DocumentKind | undefined {
  if (!isJsonObject(value)) return undefined
  if (has(value, 'recipientsms')) return instantSms
  if (has(value, 'recipientemail')) return instantEmail
  const recipient = member(value, 'recipient')
  if (isJsonObject(recipient) && has(recipient, 'recipientsms')) return instant
  return undefined
}

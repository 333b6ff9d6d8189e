import type { Range } from '../ranges.ts'
import type { Literal } from './tokens.ts'

/** What an expression of a program says, as far as it can be read without running it. */
export type CodeValue =
  | (Range & {
      readonly kind: 'object'
      readonly members: readonly CodeMember[]
      /** Whether it may have more members than are written. */
      readonly isOpen: boolean
      /** Whether its members are named after those of a class, which may be called otherwise in JSON. */
      readonly isTyped: boolean
    })
  | (Range & { readonly kind: 'list'; readonly items: readonly CodeValue[]; readonly isOpen: boolean })
  | (Range & { readonly kind: 'text'; readonly parts: readonly TextPart[] })
  /** A number, `true`, `false` or `null`, as JSON writes it. */
  | (Range & { readonly kind: 'plain'; readonly json: string })
  | (Range & { readonly kind: 'unknown' })

/** A part of a text that is put together: a literal, or something unknown. */
export type TextPart = Range & { readonly literal?: Literal }

/** A member and its value. */
export type CodeMember = Range & { readonly name: string; readonly isQuoted: boolean; readonly value: CodeValue }

export const unknown = ({ start, end }: Range): CodeValue => ({ kind: 'unknown', start, end })

/** Values that the API's enumerations have: what stands behind a dot is known where it is one of them. */
const ENUMERATION_NAMES: ReadonlySet<string> = new Set([
  'Email',
  'Sms',
  'EmailPreferred',
  'SmsPreferred',
  'EmailAndSms',
  'Plain',
  'Html',
  'Anytime',
  'Daytime',
  'CustomMessage',
  'GenericAltinnMessage',
])

/** Whether a name is one that an enumeration of the API has. */
export const isEnumerationName = (name: string): boolean => ENUMERATION_NAMES.has(name)

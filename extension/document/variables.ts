import { stringEnd } from './scan.ts'

/** A place that an `.http` client fills in when it sends: `{{token}}`, `{{$guid}}`. */
const VARIABLE = /\{\{[^{}\n]*\}\}/g

/** A variable that stood outside strings, as `maskVariables` leaves it. */
const MASKED = /^"\{[^{}\n]*\}"$/

/** Whether a stretch of masked text holds a value that nobody knows yet. */
export const holdsVariable = (text: string): boolean => text.includes('{{') || MASKED.test(text)

/**
 * Makes JSON of a body with variables: outside strings each becomes a string of the same length, so that every offset
 * stays what it was and the braces stay visible to whoever looks at the value.
 */
export function maskVariables(text: string): string {
  if (!text.includes('{{')) return text
  let masked = ''
  let at = 0
  while (at < text.length) {
    const quote = text.indexOf('"', at)
    const end = quote < 0 ? text.length : quote
    masked += text.slice(at, end).replace(VARIABLE, (variable) => `"${variable.slice(1, -1)}"`)
    if (quote < 0) return masked
    const after = stringEnd(text, quote)
    masked += text.slice(quote, after)
    at = after
  }
  return masked
}

import { countBefore } from './count-before.ts'
import { skipBlank, stringEnd } from './scan.ts'

/** Commas after the last element or member, and the bracket that closes it. */
export type TrailingCommas = { readonly commas: readonly number[]; readonly close: number }

const isOpening = (unit: string): boolean => unit === '{' || unit === '['

const isClosing = (unit: string): boolean => unit === '}' || unit === ']'

/** Every place in a text where one or more commas stand between a value and a closing bracket, in one pass. */
export function findTrailingCommas(text: string): readonly TrailingCommas[] {
  const found: TrailingCommas[] = []
  let commas: number[] = []
  let afterValue = false
  for (let at = skipBlank(text, 0); at < text.length; ) {
    const unit = text.charAt(at)
    if (unit === ',') {
      if (afterValue) commas.push(at)
      at = skipBlank(text, at + 1)
      continue
    }
    if (isClosing(unit) && commas.length > 0) found.push({ commas, close: at })
    commas = []
    afterValue = !isOpening(unit) && unit !== ':'
    at = skipBlank(text, unit === '"' ? stringEnd(text, at) : at + 1)
  }
  return found
}

/** The trailing commas that an offset belongs to, their closing bracket included. */
export function trailingCommasAt(found: readonly TrailingCommas[], offset: number): TrailingCommas | undefined {
  const one = found[countBefore(found, ({ close }) => close < offset)]
  return one && (one.commas[0] ?? one.close) <= offset ? one : undefined
}

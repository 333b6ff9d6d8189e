import { once } from '../../once.ts'
/** The part of an e-mail address before its host. `end` is where the host begins, past the `@` or its stand-in. */
export type LocalPart = { readonly start: number; readonly end: number }

const AT = once(() => /@|[[({<]\s?(?:@|at|krøllalfa|alfakrøll)\s?[\])}>]|\b(?:krøllalfa|alfakrøll)\b/gi)
/** What addresses are written with here. More is allowed, but `?` and `=` would take in the link before a query. */
const LOCAL_CHARACTER = once(() => /[\p{L}\p{M}\p{N}._+'-]/u)
/** RFC 5321 4.5.3.1.1. */
const LOCAL_PART_MAX_UNITS = 64

/** Where e-mail addresses begin. An `@` with nothing before it, or with spaces around it, makes no address. */
export function findLocalParts(text: string): readonly LocalPart[] {
  const found: LocalPart[] = []
  let floor = 0
  for (const { 0: at, index } of text.matchAll(AT())) {
    // Only the stand-ins may have room around them: `møt oss @ etaten.no` is no address.
    const room = at === '@' ? 0 : 1
    const localEnd = room && text.charAt(index - 1) === ' ' ? index - 1 : index
    let start = localEnd
    const limit = Math.max(floor, localEnd - LOCAL_PART_MAX_UNITS)
    while (start > limit && LOCAL_CHARACTER().test(text.charAt(start - 1))) start -= 1
    floor = index + at.length
    if (room && text.charAt(floor) === ' ') floor += 1
    if (start < localEnd) found.push({ start, end: floor })
  }
  return found
}

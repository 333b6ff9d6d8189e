import { once } from '../../once.ts'

/** A port, a path, a query or a fragment after a host. */
const TAIL = once(
  () =>
    /(?::\d{1,5}(?![\p{L}\p{N}]))?(?:[/\\][^\s<>"«»“”]*|\?[\p{L}\p{N}._-]{1,64}=[^\s<>"«»“”]*|#[\p{L}\p{N}][^\s<>"«»“”]*)?/uy,
)

/** A tail that only an address has: `:8080`, `/skjema`, `?id=`. Unlike the `/år` of an amount it has two characters. */
const EVIDENT_TAIL = once(
  () => /(?::\d{2,5}(?![\p{L}\p{N}])|\/[\p{L}\p{N}_~-][\p{L}\p{N}_~/-]|\/?\?[\p{L}\p{N}._-]{1,64}=)/uy,
)

const UNBROKEN = /[^\s<>"«»“”]*/y

const CLOSERS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
  ['}', '{'],
])

/** The end of a range without the punctuation of the sentence around it. A bracket stays when its twin is inside. */
function trimPunctuation(text: string, start: number, end: number): number {
  const open = new Map<string, number>()
  for (const character of text.slice(start, end)) {
    const opener = CLOSERS.get(character)
    if (opener) open.set(opener, (open.get(opener) ?? 0) - 1)
    else if ('([{'.includes(character)) open.set(character, (open.get(character) ?? 0) + 1)
  }
  let last = end
  while (last > start) {
    const character = text.charAt(last - 1)
    const opener = CLOSERS.get(character)
    if (opener) {
      const balance = open.get(opener) ?? 0
      if (balance >= 0) break
      open.set(opener, balance + 1)
    } else if (!".,;:!?…'’‘`*_~|".includes(character)) break
    last -= 1
  }
  return last
}

/** Where the port, path, query and fragment after a host end; the same index when there are none. */
export function tailEnd(text: string, hostEnd: number): number {
  TAIL().lastIndex = hostEnd
  TAIL().test(text)
  return trimPunctuation(text, hostEnd, Math.max(hostEnd, TAIL().lastIndex))
}

/** Whether what follows a host can only belong to an address. */
export function hasEvidentTail(text: string, hostEnd: number): boolean {
  EVIDENT_TAIL().lastIndex = hostEnd
  return EVIDENT_TAIL().test(text)
}

/** Where an unbroken run of characters ends, without the punctuation after it. */
export function unbrokenEnd(text: string, start: number): number {
  UNBROKEN.lastIndex = start
  UNBROKEN.test(text)
  return trimPunctuation(text, start, UNBROKEN.lastIndex)
}

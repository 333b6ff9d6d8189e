import type { Range } from './ranges.ts'
import { skipBlank, stringEnd } from './scan.ts'
import type { SourceMap } from './source-map.ts'
import { TextBuilder } from './text-builder.ts'

/** Types, which a guide names in the place of values. */
const TYPES = '[Ss]tring|text|tekst|uuid|guid|number|integer|int|boolean|bool|date-time|datetime|date|uri|url'

/** What a guide leaves out, or writes in the place of a value, without quotes: `...`, `<seconds>`, `number`. */
const LEFT_OUT = new RegExp(
  String.raw`\.{3}|…|<[^<>"\\\n]{1,100}>|(?<!\w)(?:${TYPES})(?: ?\([^()"\\\n]{1,60}\))?\??(?![\w"])`,
  'y',
)

/** What a guide leaves to its readers to fill in: `"..."`, `"<your key>"`, `"string (optional)"`, `"Plain | Html"`. */
const TO_FILL_IN = new RegExp(
  String.raw`^"(?:\.{3}|…|<[^<>"\\]{1,100}>|(?:${TYPES})(?: ?\([^()"\\]{1,60}\))?|\w{1,40}(?: ?\| ?\w{1,40}){1,20})"$`,
)

/** What every example has that leaves something out. */
const MAY_LEAVE_OUT = new RegExp(String.raw`\.{3}|…|"<|[:,[] {0,9}<|\w ?\| ?\w|(?:"|: {0,9})(?:${TYPES})(?!\w)`)

const UNKNOWN = '"…"'

/** An example made JSON, where it comes from, and what in it is not known. */
type CompletedExample = { readonly text: string; readonly map?: SourceMap; readonly holes?: readonly Range[] }

class Completion {
  readonly #text: string
  readonly #builder: TextBuilder
  readonly #open: string[] = []
  #before = ''
  #copied: number

  constructor(text: string, start: number) {
    this.#text = text
    this.#builder = new TextBuilder(text)
    this.#copied = start
  }

  run(start: number, end: number): CompletedExample {
    for (let at = start; at < end; ) at = this.#step(at)
    this.#builder.copy(this.#copied, end)
    this.#builder.writable(0, { start, end }, 'as-is')
    return this.#builder.result()
  }

  #step(at: number): number {
    const character = this.#text.charAt(at)
    LEFT_OUT.lastIndex = at
    const leftOut = LEFT_OUT.exec(this.#text)?.[0]
    if (leftOut) return this.#leaveOut({ start: at, end: at + leftOut.length })
    if (character === '"') return this.#string({ start: at, end: stringEnd(this.#text, at) })
    if (character === '/') return Math.max(skipBlank(this.#text, at), at + 1)
    if (character === '{' || character === '[') this.#open.push(character)
    if (character === '}' || character === ']') this.#open.pop()
    if (character.trim() !== '') this.#before = character
    return at + 1
  }

  #string(place: Range): number {
    const isName = this.#text[skipBlank(this.#text, place.end)] === ':'
    if (!isName && TO_FILL_IN.test(this.#text.slice(place.start, place.end))) this.#hole(place)
    this.#before = '"'
    return place.end
  }

  #hole(place: Range): void {
    this.#builder.copy(this.#copied, place.start)
    this.#builder.hole(UNKNOWN, place)
    this.#copied = place.end
  }

  /** Writes a value, an element or a member of which nothing is known, with the commas that it needs. */
  #leaveOut(place: Range): number {
    const [before, after] = [
      { start: place.start, end: place.start },
      { start: place.end, end: place.end },
    ]
    this.#builder.copy(this.#copied, place.start)
    this.#copied = place.start
    if (!/^[{[,:]?$/.test(this.#before)) this.#builder.write(',', before)
    const isMember = this.#open.at(-1) === '{' && this.#before !== ':'
    this.#hole(place)
    if (isMember) this.#builder.write(':0', after)
    if (/^["{[\d]$/.test(this.#text.charAt(skipBlank(this.#text, place.end)))) {
      this.#builder.write(',', after)
      this.#before = ','
    } else this.#before = '"'
    return place.end
  }
}

/** Makes JSON of an example in a guide that leaves something out: `{ "a": 1, ... }`. */
export function completeExample(text: string, { start, end }: Range): CompletedExample {
  const written = text.slice(start, end)
  return MAY_LEAVE_OUT.test(written) ? new Completion(text, start).run(start, end) : { text: written }
}

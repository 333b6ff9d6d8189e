/** What stands around a link, as far as it tells which words may take the link's place. */
export type Surroundings = {
  readonly beginsSentence: boolean
  /** Whether "our website" reads as language there. */
  readonly takesSite: boolean
}

/** UTF-16 units that are looked at on each side: longer than any word that is looked for. */
const REACH_UNITS = 60

/** Inline elements go, so that the words on both sides meet; any other tag ends a line. */
const INLINE_TAG = /<\/?(?:a|abbr|b|em|font|i|small|span|strong|u)\b[^<>]*>/gi
const TAG = /<[^<>]*>/g

const withoutTags = (text: string): string => text.replace(INLINE_TAG, '').replace(TAG, '\n')

const SENTENCE_BEGINS = /(?:^|[.!?]\s+|\n\s*)$/

/** Words after which a site may be named: "logg inn på", "se også", "read more on". */
const LEADS_TO_SITE =
  /(?:^|[^\p{L}])(?:på|via|gjennom|innom|til|(?:se|sjå|besøk|besøke|see|visit)(?:\s(?:også|òg|gjerne|also))?|at|on|to|through)\s+$|:\s*$/iu

/** What joins the links of a list. */
const JOINT = /^\s?(?:,|,?\s?(?:og|eller|and|or))?\s$/i

/** A site followed by any of these is part of a name or of a word: `Bil.no AS`, `altinn.no-innlogging`. */
const GOES_ON = /^(?:[-'’\p{L}\p{N}]|[ \u00a0]\p{Lu})/u

const SENTENCE_ENDS = /^\s*(?:$|[.!?,;:)\n]|<)/

/** Looks around a link that stands from `start` to `end`. */
export function linkSurroundings(
  text: string,
  start: number,
  end: number,
  previous?: { readonly end: number; readonly named: boolean },
): Surroundings {
  const from = Math.max(0, start - REACH_UNITS)
  const before = (from > 0 ? 'x' : '') + withoutTags(text.slice(from, start))
  const after = text.slice(end, end + REACH_UNITS)
  const beginsSentence = SENTENCE_BEGINS.test(before)
  if (GOES_ON.test(after)) return { beginsSentence, takesSite: false }
  // As a subject the site would have to agree with words that are unknown here.
  if (beginsSentence) return { beginsSentence, takesSite: SENTENCE_ENDS.test(after) }
  const isListed = previous?.named === true && JOINT.test(text.slice(previous.end, start))
  return { beginsSentence, takesSite: isListed || LEADS_TO_SITE.test(before) }
}

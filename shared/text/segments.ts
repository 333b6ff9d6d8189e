import {
  GSM7_JOINED_PART_SEPTETS,
  GSM7_SINGLE_PART_SEPTETS,
  OPERATOR_PART_SEPTETS,
  UCS2_JOINED_PART_UNITS,
  UCS2_SINGLE_PART_UNITS,
} from '../limits.ts'
import { gsm7Septets } from './gsm7.ts'

type SmsEncoding = 'GSM-7' | 'UCS-2'

/** What a text costs as SMS. */
export type SmsSize = {
  readonly encoding: SmsEncoding
  /** Septets in GSM-7, UTF-16 units in UCS-2. */
  readonly units: number
  /** Parts by the standard: what a phone receives. */
  readonly parts: number
  /** Parts as Altinn's operator cuts and bills them: 134 septets each where the standard has 153. */
  readonly operatorParts: number
  /** Units that fit in as many parts as the text takes now. */
  readonly capacity: number
  /** The characters outside the GSM alphabet, each once, in order: what makes the text dear. */
  readonly outsideGsm7: readonly string[]
}

/** Fills parts one after the other: a character never lies across two of them. */
function countParts(sizes: readonly number[], units: number, single: number, joined: number): number {
  if (units <= single) return 1
  let parts = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > joined) {
      parts++
      used = 0
    }
    used += size
  }
  return parts
}

/** Measures a text as SMS. 3GPP TS 23.038 and 23.040; the operator's parts from docs/altinn/notifications.md §3.7. */
export function measureSms(text: string): SmsSize {
  const characters = [...text]
  const outsideGsm7 = [...new Set(characters.filter((character) => gsm7Septets(character) === undefined))]
  const encoding = outsideGsm7.length === 0 ? 'GSM-7' : 'UCS-2'
  const sizes = characters.map((character) => (encoding === 'GSM-7' ? (gsm7Septets(character) ?? 0) : character.length))
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const [single, joined, operator] =
    encoding === 'GSM-7'
      ? [GSM7_SINGLE_PART_SEPTETS, GSM7_JOINED_PART_SEPTETS, OPERATOR_PART_SEPTETS]
      : [UCS2_SINGLE_PART_UNITS, UCS2_JOINED_PART_UNITS, UCS2_JOINED_PART_UNITS]
  const parts = countParts(sizes, units, single, joined)
  return {
    encoding,
    units,
    parts,
    operatorParts: countParts(sizes, units, single, operator),
    capacity: parts === 1 ? single : parts * joined,
    outsideGsm7,
  }
}

import { table } from '@straks/shared'

/** What one SMS holds alone, and as a part of several, in the units of its encoding. 3GPP TS 23.040. */
const PART_UNITS = table<{ alone: number; joined: number }>({
  'GSM-7': { alone: 160, joined: 153 },
  'UCS-2': { alone: 70, joined: 67 },
})

/**
 * What a text of so many units fits in.
 *
 * @returns units in all parts, and how full each part is (0 to 1)
 */
export function smsRoom({ encoding, units, parts }: { encoding: string; units: number; parts: number }): {
  capacity: number
  fill: readonly number[]
} {
  const { alone, joined } = PART_UNITS.get(encoding) ?? { alone: units, joined: Math.ceil(units / parts) }
  const perPart = parts === 1 ? alone : joined
  const fill = Array.from({ length: parts }, (_, part) => Math.min(1, Math.max(0, units / perPart - part)))
  return { capacity: parts * perPart, fill }
}

import type { Finding, Path } from '../finding.ts'

/** Checks of the request as a whole, in their order. docs/altinn/correspondence.md §1.6, §2.2. */
const OF_THE_REQUEST = [
  3023, 1047, 1006, 1016, 1008, 1009, 1019, 1020, 1037, 1042, 1021, 1022, 1023, 1052, 1053, 1045, 1051, 1048, 1038,
  2010, 2011, 2012, 1035, 3001, 3022, 3017,
]

/** Checks of one custom recipient after the other: all of the first, then all of the second. */
const OF_A_RECIPIENT = [3019, 3018, 3015, 3011, 3012]

/** Checks of the texts, main and reminder in turn. */
const OF_THE_TEXTS = [3002, 3003, 3004, 3005, 3006, 3007, 3024, 3025]

const indexIn = (path: Path): number => path.findLast((step) => typeof step === 'number') ?? 0

/** Which custom recipient a finding is about. A keyword is refused for the first recipient that it cannot name. */
const recipientIndex = ({ path, related, altinnCode }: Finding): number =>
  altinnCode === 3015 && related
    ? related.reduce((least, place) => Math.min(least, indexIn(place.path)), Number.POSITIVE_INFINITY)
    : indexIn(path)

/** Where a finding comes among all checks, step by step: the group of checks, the recipient, the check. */
function rankOf(finding: Finding): readonly number[] | undefined {
  const { altinnCode: code } = finding
  if (code === undefined || finding.severity !== 'error') return undefined
  if (OF_THE_REQUEST.includes(code)) return [0, 0, OF_THE_REQUEST.indexOf(code)]
  if (OF_A_RECIPIENT.includes(code)) return [1, recipientIndex(finding), OF_A_RECIPIENT.indexOf(code)]
  return OF_THE_TEXTS.includes(code) ? [2, 0, OF_THE_TEXTS.indexOf(code)] : undefined
}

function compare(one: readonly number[], other: readonly number[]): number {
  const differs = one.findIndex((step, index) => step !== other[index])
  return differs < 0 ? 0 : (one[differs] ?? 0) - (other[differs] ?? 0)
}

/**
 * The finding that Altinn's messages would answer with: they stop at the first mistake, where the judge reports all.
 * `undefined` where none of the findings is one that Altinn has a number for.
 */
export function firstByAltinn(findings: readonly Finding[]): Finding | undefined {
  let first: { readonly finding: Finding; readonly rank: readonly number[] } | undefined
  for (const finding of findings) {
    const rank = rankOf(finding)
    if (rank && (!first || compare(rank, first.rank) < 0)) first = { finding, rank }
  }
  return first?.finding
}

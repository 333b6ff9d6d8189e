/** How the letters of a label are cased. Digits and signs have no case. */
type Casing = 'lower' | 'upper' | 'capitalised' | 'mixed'

/** The casing of a label; one without letters counts as lower case. */
export function casingOf(label: string): Casing {
  const lower = label.toLowerCase()
  if (label === lower) return 'lower'
  if (label === label.toUpperCase()) return 'upper'
  return label.slice(1) === lower.slice(1) ? 'capitalised' : 'mixed'
}

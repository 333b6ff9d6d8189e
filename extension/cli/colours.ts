/** What begins and what ends a style in a terminal. */
const STYLES = {
  bold: [1, 22],
  dim: [2, 22],
  underline: [4, 24],
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  gray: [90, 39],
} as const

/** Whether standard output shows styles: in a terminal that has colours, unless `FORCE_COLOR` or `NO_COLOR` says otherwise. */
function showsStyles(): boolean {
  const { FORCE_COLOR: force, NO_COLOR: none } = process.env
  if (force !== undefined) return ['', '1', '2', '3', 'true'].includes(force)
  return process.stdout.isTTY === true && !none && process.stdout.hasColors()
}

/** A text in a style, where it can be seen. `styleText` of `node:util` is younger than the oldest Node that this runs on. */
export function styled(style: keyof typeof STYLES, text: string): string {
  if (!showsStyles()) return text
  const [begin, end] = STYLES[style]
  return `\u001b[${begin}m${text}\u001b[${end}m`
}

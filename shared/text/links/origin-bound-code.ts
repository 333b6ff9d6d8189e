/** How far from the end of a text its last line is looked for: a host of 253 characters, a code, another host. */
const LAST_LINE_MAX_UNITS = 600

const HOST = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?){0,10}'

const ORIGIN_BOUND = new RegExp(`(?:^|\\n)(@${HOST} #[^\\s#@]{1,64}(?: @${HOST})?)\\s{0,10}$`, 'i')

/**
 * Where the last line of a text begins that binds a one-time code to a site: `@idporten.no #123456`. A phone offers such
 * a code on that site only, and shows no link. `undefined` where the text has none.
 *
 * The format is WICG's "Origin-bound one-time codes delivered via SMS".
 */
export function originBoundCodeStart(text: string): number | undefined {
  const from = Math.max(0, text.length - LAST_LINE_MAX_UNITS)
  const found = ORIGIN_BOUND.exec(text.slice(from))
  const line = found?.[1]
  return found && line !== undefined ? from + found.index + found[0].indexOf(line) : undefined
}

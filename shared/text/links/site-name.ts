import type { LinkMatch } from './link.ts'

/** Addresses that are written as they are: a disguise has no name to keep. */
const PLAIN: ReadonlySet<LinkMatch['kind']> = new Set(['scheme', 'www', 'domain'])

const HOST = /^(?:https?:\/\/)?(?:www\.)?([a-zæøå\d-]{1,63}(?:\.[a-zæøå\d-]{1,63}){1,6})(?=[:/?#]|$)/i

/** Domains that stand between a name and its country. */
const SECOND_LEVEL: ReadonlySet<string> = new Set(['co', 'com', 'org', 'net', 'gov', 'ac', 'kommune', 'fylkeskommune'])

const NAME = /^[a-zæøå][a-zæøå\d-]+$/i

/** What would make an address of a name again: a dot and another word. */
const DOT_FOLLOWS = /^\s?[.․。．]\s?[\p{L}\p{N}]/u

/** The name in a bare address: `Bil` in `Bil.no`. `undefined` where there is none, or where it would be an address still. */
export function siteName(text: string, { start, end, kind }: LinkMatch): string | undefined {
  if (!PLAIN.has(kind) || DOT_FOLLOWS.test(text.slice(end, end + 4))) return undefined
  const labels = HOST.exec(text.slice(start, end))?.[1]?.split('.') ?? []
  const isSecondLevel = SECOND_LEVEL.has(labels.at(-2)?.toLowerCase() ?? '')
  const name = labels.at(isSecondLevel ? -3 : -2)
  return name !== undefined && NAME.test(name) ? name : undefined
}

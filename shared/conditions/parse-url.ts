/** A parsed URL, as far as the rules look at one. */
type ParsedUrl = {
  readonly href: string
  readonly protocol: string
  readonly username: string
  readonly password: string
  readonly hostname: string
  readonly port: string
}

/** The parser that every platform has (the WHATWG's), though the language's own types do not name it. */
declare const URL: { new (text: string): ParsedUrl }

/**
 * An address that every parser reads the same and leaves as it is: small letters, no port, no escapes, no dots in its path,
 * and a path, which a parser would add. Reading it by this takes a third of the platform's time.
 */
const PLAIN = /^(https?:)\/\/((?:[a-z][a-z\d]*(?:-[a-z\d]+)*\.)+[a-z]{2,63})\/[\w/-]*$/

/** Reads a URL as the platform will when it is asked; `undefined` where it is none. */
export function parseUrl(text: string): ParsedUrl | undefined {
  const [href, protocol, hostname] = PLAIN.exec(text) ?? []
  if (href !== undefined && protocol !== undefined && hostname !== undefined)
    return { href, protocol, username: '', password: '', hostname, port: '' }
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

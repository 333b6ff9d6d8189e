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

/** Reads a URL as the platform will when it is asked; `undefined` where it is none. */
export function parseUrl(text: string): ParsedUrl | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

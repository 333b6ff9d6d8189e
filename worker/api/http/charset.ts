/** `; charset=utf-8`, with quotes or without. */
const CHARSET = /;[ \t]*charset[ \t]*=[ \t]*"?([^\s;"]{1,40})"?/i

/** The character set that a content type names; `undefined` where it names none. */
export const charsetOf = (contentType: string): string | undefined => CHARSET.exec(contentType)?.[1]

/** Reads text in a character set by one of its names; `undefined` where the platform knows none of that name. */
export function decoderFor(charset: string, options?: { readonly fatal: true }): TextDecoder | undefined {
  try {
    return new TextDecoder(charset, { fatal: options?.fatal ?? false, ignoreBOM: false })
  } catch {
    return undefined
  }
}

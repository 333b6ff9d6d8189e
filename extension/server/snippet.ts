/** A text as a snippet writes it: `$`, `}` and `\` mean something there. */
export const escapeSnippet = (text: string): string => text.replaceAll(/[\\$}]/g, '\\$&')

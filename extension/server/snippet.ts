/** A text as a snippet writes it: `$`, `}` and `\` mean something there. */
export const escapeSnippet = (text: string): string => text.replaceAll(/[\\$}]/g, '\\$&')

const PLACE = /\\(.)|\$\{\d+\|([^,|]*)[^|]*\|\}|\$\{\d+:((?:\\.|[^}\\])*)\}|\$\{?\d+\}?/g

/** What a snippet writes in a client that knows no places to jump to: the first choice, or the example, at each. */
export const withoutPlaces = (snippet: string): string =>
  snippet.replaceAll(
    PLACE,
    (_, character?: string, choice?: string, example?: string) =>
      character ?? choice ?? example?.replaceAll(/\\(.)/g, '$1') ?? '',
  )

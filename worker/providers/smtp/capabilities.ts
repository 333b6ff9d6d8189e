import type { Reply } from './reply.ts'

/** What a server can do: the keywords of its EHLO reply, each with its parameters, in upper case. */
export type Capabilities = ReadonlyMap<string, readonly string[]>

/** Reads the reply to EHLO. Its first line is the greeting. RFC 5321 4.1.1.1. */
export const parseCapabilities = ({ lines }: Reply): Capabilities =>
  new Map(
    lines.slice(1).map((line): [string, readonly string[]] => {
      // Some servers still write `AUTH=PLAIN`, as drafts of RFC 4954 did.
      const [keyword = '', ...parameters] = line.toUpperCase().split(/[\s=]+/)
      return [keyword, parameters]
    }),
  )

import type { Connection } from 'vscode-languageserver'

/** Stands for a file that is no text in UTF-8. */
export const NOT_UTF8 = Symbol('not UTF-8')

/** The text of a file, without a byte-order mark. */
export type FileText = string | typeof NOT_UTF8

/** Reads the bytes of a file as an editor would. */
export function decodeFile(bytes: Uint8Array): FileText {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return NOT_UTF8
  }
}

/** Files that are not open, wherever they lie. */
export type FileSource = {
  /** The URIs of all files whose name promises requests. */
  list(): Promise<readonly string[]>
  /** A file's text; `undefined` where it is gone or cannot be read. */
  read(uri: string): Promise<FileText | undefined>
}

/** What the service needs from the place it runs in. */
export type Host = {
  /** Lets whatever waits, such as the next key, go first. */
  rest(): Promise<void>
  /** Milliseconds on a clock that never goes back. */
  now(): number
  /** The time of day, in milliseconds since 1970: what is sent when is told from here. */
  time(): number
}

/** Serves a client over a connection, given its host and the files that can be had without asking the client. */
export type ConnectionHandler = (
  connection: Connection,
  host: Host,
  filesIn: (folders: Iterable<string>, pattern: string) => FileSource,
  defaultRulePages?: string,
) => void

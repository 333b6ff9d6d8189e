import type { Connection } from 'vscode-languageserver'

/** Files that are not open, wherever they lie. */
export type FileSource = {
  /** The URIs of all files whose name promises requests. */
  list(): Promise<readonly string[]>
  /** A file's text; `undefined` where it is gone or cannot be read. */
  read(uri: string): Promise<string | undefined>
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
export type Serve = (
  connection: Connection,
  host: Host,
  filesIn: (folders: readonly string[]) => FileSource,
  defaultRulePages?: string,
) => void

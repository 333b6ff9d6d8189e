import type { Connection } from 'vscode-languageserver'
import * as z from 'zod'
import { FILE_REQUEST, FILES_REQUEST } from '../protocol.ts'
import { type FileSource, NOT_UTF8 } from './host.ts'

const Uris = z.array(z.string()).catch([])
/** `false` stands for a file that is no text in UTF-8. */
const Text = z
  .union([z.string(), z.literal(false)])
  .optional()
  .catch(undefined)

/** Files as the client sees them: wherever it can look, be it a disk, a repository far away or a browser's memory. */
export const clientFiles = (connection: Connection): FileSource => ({
  list: async () => Uris.parse(await connection.sendRequest(FILES_REQUEST)),
  read: async (uri) => {
    const text = Text.parse(await connection.sendRequest(FILE_REQUEST, { uri }))
    return text === false ? NOT_UTF8 : text
  },
})

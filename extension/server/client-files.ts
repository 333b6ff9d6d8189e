import type { Connection } from 'vscode-languageserver'
import * as z from 'zod'
import { FILE_REQUEST, FILES_REQUEST } from '../protocol.ts'
import type { FileSource } from './host.ts'

const Uris = z.array(z.string()).catch([])
const Text = z.string().optional().catch(undefined)

/** Files as the client sees them: wherever it can look, be it a disk, a repository far away or a browser's memory. */
export const clientFiles = (connection: Connection): FileSource => ({
  list: async () => Uris.parse(await connection.sendRequest(FILES_REQUEST)),
  read: async (uri) => Text.parse(await connection.sendRequest(FILE_REQUEST, { uri })),
})

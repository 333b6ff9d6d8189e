import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { type Command, showUsage } from '../command.ts'
import { runAction } from './actions.ts'
import { ADMIN_USAGE, readAdminArguments } from './arguments.ts'
import { OperatorApi, serviceUrl } from './operator-api.ts'

const LOCAL_SERVICE = 'http://127.0.0.1:8787'

/** The token: from a file or the environment, never from the command line, which others on the machine can read. */
async function readToken(file: string | undefined): Promise<string | undefined> {
  if (file === undefined) return process.env.STRAKS_TOKEN
  try {
    return (await readFile(file, 'utf8')).trim()
  } catch {
    return undefined
  }
}

/** `straks admin`: what operators do, from a terminal. */
export const admin: Command = {
  name: 'admin',
  summary: 'operate a running service: find, redrive, erase, audit',
  run: async (argv, streams) => {
    const asked = readAdminArguments(argv)
    if (!asked.ok) return showUsage(asked.failure, ADMIN_USAGE, streams)
    const usage = (message: string) => showUsage({ message }, ADMIN_USAGE, streams)
    const url = serviceUrl(asked.value.url ?? process.env.STRAKS_URL ?? LOCAL_SERVICE)
    if (!url.ok) return usage(url.failure)
    const token = await readToken(asked.value.tokenFile)
    if (!token) return usage('there is no token: set STRAKS_TOKEN, or name a file with --token-file')
    const subject = asked.value.subject === '-' ? (await text(process.stdin)).trim() : asked.value.subject
    const done = await runAction(new OperatorApi(url.value, token), { ...asked.value, subject })
    if (!done.ok) {
      streams.err(`straks: ${done.failure.message}\n`)
      return done.failure.kind === 'refused' ? 1 : 2
    }
    streams.out(asked.value.format === 'json' ? `${JSON.stringify(done.value.json, null, 2)}\n` : done.value.text)
    return 0
  },
}

import { readFile } from 'node:fs/promises'
import process from 'node:process'
import { text } from 'node:stream/consumers'
import { fail, ok, type Result } from '@straks/shared'
import { type Command, showUsage } from '../command.ts'
import { runAction } from './actions.ts'
import { ADMIN_USAGE, type AdminArguments, readAdminArguments, takesSeveral } from './arguments.ts'
import { OperatorApi, serviceUrl } from './operator-api.ts'

const LOCAL_SERVICE = 'http://127.0.0.1:8787'

/** The characters of a token. Others cannot be sent, and come from a file that is not one. */
const TOKEN = /^[\x21-\x7e]+$/

/** The token: from a file or the environment, never from the command line, which others on the machine can read. */
async function readToken(file: string | undefined): Promise<Result<string, string>> {
  const written =
    file === undefined ? (process.env.STRAKS_TOKEN ?? '') : await readFile(file, 'utf8').catch(() => undefined)
  if (written === undefined) return fail(`${file}: cannot be read`)
  const token = written.trim()
  if (token === '') return fail('there is no token: set STRAKS_TOKEN, or name a file with --token-file')
  return TOKEN.test(token)
    ? ok(token)
    : fail('the token is none: it has spaces, line breaks or letters that no token has')
}

/** What the words name that an action is about: `-` stands for standard input, which has one in a line. */
async function readSubjects({ subject }: AdminArguments): Promise<Result<readonly string[], string>> {
  if (subject === undefined) return ok([])
  const written = subject === '-' ? (await text(process.stdin)).split('\n') : [subject]
  const named = written.map((line) => line.trim()).filter((line) => line !== '')
  return named.length > 0
    ? ok(named)
    : fail(subject === '-' ? 'standard input names no one' : 'an empty word names no one')
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
    if (!token.ok) return usage(token.failure)
    const subjects = await readSubjects(asked.value)
    if (!subjects.ok) return usage(subjects.failure)
    if (subjects.value.length > 1 && !takesSeveral(asked.value.action))
      return usage(`${asked.value.action} takes one name at a time`)
    const done = await runAction(new OperatorApi(url.value, token.value), { ...asked.value, subjects: subjects.value })
    if (!done.ok) {
      streams.err(`straks: ${done.failure.message}\n`)
      return done.failure.kind === 'refused' ? 1 : 2
    }
    streams.out(asked.value.format === 'json' ? `${JSON.stringify(done.value.json, null, 2)}\n` : done.value.text)
    return 0
  },
}

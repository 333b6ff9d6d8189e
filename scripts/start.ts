import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { requirePinnedNode } from './node-version.ts'
import { LOCAL_TOOL_SETTINGS, ROOT } from './run.ts'
import { HELP } from './start/help.ts'
import { whatIsWrongWithPort } from './start/port.ts'
import { untilReady } from './start/ready.ts'
import { StateInUse, takeState } from './start/state-lock.ts'

const HOST = '127.0.0.1'
const DEFAULT_PORT = '8787'
const DEFAULT_STATE = '.wrangler/state'

requirePinnedNode()

const passedOn = process.argv.slice(2)
const { values, positionals } = parseArgs({
  args: passedOn,
  strict: false,
  allowPositionals: true,
  options: {
    port: { type: 'string' },
    var: { type: 'string', multiple: true },
    'persist-to': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
})
if (values.help) {
  console.log(HELP)
  process.exit(0)
}

function refuse(sentence: string): never {
  console.error(sentence)
  process.exit(1)
}

/** wrangler takes several settings after one `--var`, too. */
const settings = [...[values.var ?? []].flat(), ...positionals.filter((text) => /^\w+[:=]/.test(text))].map(
  (setting) => (setting === true ? '' : String(setting)),
)
if (settings.length > 0) {
  const { whatIsWrongWithSetting } = await import('./start/given-settings.ts')
  const wrong = settings.flatMap((setting) => whatIsWrongWithSetting(setting) ?? [])
  if (wrong.length > 0) refuse(wrong.join('\n'))
}
const port = String(values.port ?? DEFAULT_PORT)
const url = `http://${HOST}:${port}`
const wrongPort = await whatIsWrongWithPort(port, HOST)
if (wrongPort !== undefined) refuse(wrongPort)
try {
  await takeState(resolve(ROOT, String(values['persist-to'] ?? DEFAULT_STATE)), url)
} catch (error) {
  if (error instanceof StateInUse) refuse(error.message)
  throw error
}
/** What this script asks of wrangler unless the user asks otherwise: wrangler takes each option once. */
const defaults = [
  ...('log-level' in values ? [] : ['--log-level=warn']),
  ...(settings.some((setting) => setting.startsWith('PUBLIC_URL:')) ? [] : [`--var=PUBLIC_URL:${url}`]),
]

const startedAtMs = Date.now()
// The same process group: whoever ends this group ends wrangler and workerd with it, and leaves no orphan.
const wrangler = spawn(
  process.execPath,
  [
    `${ROOT}node_modules/wrangler/bin/wrangler.js`,
    'dev',
    '--show-interactive-dev-session=false',
    ...defaults,
    ...passedOn,
  ],
  { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...LOCAL_TOOL_SETTINGS } },
)
wrangler.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => wrangler.kill(signal))

async function makeToken(): Promise<string> {
  const response = await fetch(`${url}/dev/token`, { method: 'POST' })
  const answer: unknown = await response.json()
  if (typeof answer === 'object' && answer !== null && 'access_token' in answer) return String(answer.access_token)
  throw new Error('The local issuer gave no token.')
}

const body = JSON.stringify({
  idempotencyId: `first-${startedAtMs}`,
  recipientSms: {
    phoneNumber: '+4799999999',
    timeToLiveInSeconds: 120,
    smsSettings: { body: 'Your one-time code is 428516. It is valid for 2 minutes.' },
  },
})

try {
  await untilReady(url)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  wrangler.kill('SIGTERM')
  process.exit(1)
}
const token = await makeToken()
console.log(`
Straks is ready at ${url} (${((Date.now() - startedAtMs) / 1_000).toFixed(1)} s).

  Inbox     ${url}/
  API       ${url}/docs
  Token     curl -X POST ${url}/dev/token
  Register  curl ${url}/dev/register/persons/08900499559

Send a one-time code, and see it arrive in the inbox:

curl ${url}/notifications/api/v1/future/orders/instant/sms -H 'Authorization: Bearer ${token}' -H 'Content-Type: application/json' -d '${body}'
`)

import { parseArgs } from 'node:util'
import { requirePinnedNode } from '../../scripts/node-version.ts'
import { Description } from '../conformance/fuzz/description.ts'
import { type FuzzedRequest, Requests } from '../conformance/fuzz/requests.ts'
import { Random } from '../simulation/platform/random.ts'
import { Service } from '../support/api/service.ts'
import { spawnDevServer } from '../support/dev-server.ts'
import { PrintedSecrets } from './printed-secrets.ts'

/*
 * `npm run search-logs -- --requests N --seed S`: sends a service N requests that a seed makes up, of which each has words, numbers and
 * addresses of its own, and searches all it prints for them. Exits 1 where it finds one.
 */
requirePinnedNode()

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '2000' }, seed: { type: 'string', default: '1' } },
})

/** As many as a machine with few processors answers without waiting for the network. */
const CLIENTS = 8

/** wrangler's own line for each request: Cloudflare's logs have the address too, whatever a Worker prints. */
const REQUEST_LINE = /^\[wrangler:info\] [A-Z]+ .*$/gm

const LINES_SHOWN = 5

const TOLD_EVERY = 10_000

const server = await spawnDevServer({ vars: { RECEIPT_GRACE_SECONDS: '1' } })
const send = (path: string, init?: RequestInit) => fetch(server.url + path, init)
const startUp = server.output().length
const token = await new Service(send).token({ org: 'searched' })
const description = await Description.read(send)
const random = new Random(Number(values.seed))
const requests = new Requests(description, random, token)
const secrets = new PrintedSecrets()
secrets.add(token)
const statuses = new Map<string, number>()
let left = Number(values.requests)

const count = (status: string) => statuses.set(status, (statuses.get(status) ?? 0) + 1)

/** Node itself refuses some headers and addresses: those requests never leave. */
async function ask({ path, init, secrets: said }: FuzzedRequest): Promise<void> {
  for (const secret of said) secrets.add(secret)
  try {
    const response = await send(path, init)
    const answer = await response.text()
    count(`${Math.floor(response.status / 100)}xx`)
    if (response.ok) requests.noteIds(answer)
  } catch {
    count('not answered')
  }
}

async function client(): Promise<void> {
  while (left > 0) {
    if (--left % TOLD_EVERY === 0 && left > 0) console.log(`${left} left`)
    await ask(requests.next(random.pick(description.operations)))
  }
}

try {
  await Promise.all(Array.from({ length: CLIENTS }, client))
} finally {
  await server.stop()
}
const printed = server.output().slice(startUp).replaceAll(REQUEST_LINE, '')
const found = secrets.in(printed)
const errors = printed.split('\n').filter((line) => line.includes('"level":"error"') || /"status":5\d\d/.test(line))
const answers = Array.from(statuses, ([status, times]) => `${times} ${status}`).sort()
console.log(
  `${values.requests} requests (${answers.join(', ')}), ${secrets.size} words, numbers, addresses and tokens, ` +
    `${printed.length} characters printed, ${found.length} of them named`,
)
for (const line of [...found.slice(0, LINES_SHOWN), ...errors.slice(0, LINES_SHOWN)]) console.log(`  ${line}`)
process.exitCode = found.length === 0 && printed.includes('"event":"request"') ? 0 : 1

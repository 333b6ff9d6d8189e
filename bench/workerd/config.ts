import { DEPLOYED } from './deployed.ts'

/** A Worker as `workerd serve` is to run it. */
export type WorkerConfig = {
  readonly port: number
  readonly texts: Readonly<Record<string, string>>
  /** The Durable Objects' classes by the name of their binding. */
  readonly objects: Readonly<Record<string, string>>
  /** The names of queue bindings. What is sent there is thanked for and dropped. */
  readonly queues: readonly string[]
}

const QUEUE_STUB =
  'export default { async fetch(request) { await request.arrayBuffer(); ' +
  'return Response.json({ metadata: { metrics: { backlogCount: 0, backlogBytes: 0 } } }) } }'

/** Text as Cap'n Proto writes it, which for printable ASCII is as JSON does. */
const quote = (text: string): string => JSON.stringify(text)

/** The configuration of `workerd serve`, beside a bundle `worker.js` and a folder `objects` for the disk. */
export function workerdConfig({ port, texts, objects, queues }: WorkerConfig): string {
  const bindings = [
    ...Object.entries(texts).map(([name, text]) => `(name = ${quote(name)}, text = ${quote(text)})`),
    ...Object.entries(objects).map(
      ([name, type]) => `(name = ${quote(name)}, durableObjectNamespace = ${quote(type)})`,
    ),
    ...queues.map((name) => `(name = ${quote(name)}, queue = "queue")`),
    '(name = "ASSETS", service = "assets")',
  ]
  const namespaces = Object.values(objects).map(
    (type) => `(className = ${quote(type)}, uniqueKey = ${quote(`bench-${type}`)}, enableSql = true)`,
  )
  const date = quote(DEPLOYED.compatibilityDate)
  const flags = DEPLOYED.compatibilityFlags.map(quote).join(', ')
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "queue", worker = .queue),
    (name = "disk", disk = (path = "objects", writable = true, allowDotfiles = true)),
    (name = "assets", disk = (path = ${quote(DEPLOYED.assets)})),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = ${date},
  compatibilityFlags = [${flags}],
  bindings = [${bindings.join(', ')}],
  durableObjectNamespaces = [${namespaces.join(', ')}],
  durableObjectStorage = (localDisk = "disk"),
);
const queue :Workerd.Worker = (
  modules = [(name = "queue.js", esModule = ${quote(QUEUE_STUB)})],
  compatibilityDate = ${date},
);
`
}

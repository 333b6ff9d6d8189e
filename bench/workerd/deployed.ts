import { join } from 'node:path'
import { unstable_readConfig } from 'wrangler'
import * as z from 'zod'
import { ROOT } from '../root.ts'

/** What a benchmark needs of the configuration, and all that it may take for granted of it. */
const Deployment = z.object({
  compatibility_date: z.string(),
  compatibility_flags: z.array(z.string()),
  vars: z.record(z.string(), z.string()),
  durable_objects: z.object({ bindings: z.array(z.object({ name: z.string(), class_name: z.string() })) }),
  queues: z.object({ producers: z.array(z.object({ binding: z.string(), queue: z.string() })) }),
  d1_databases: z.array(z.object({ binding: z.string() })),
  assets: z.object({ directory: z.string() }),
  alias: z.record(z.string(), z.string()),
})

const deployment = Deployment.parse(
  unstable_readConfig({ config: join(ROOT, 'wrangler.toml'), env: 'production' }, { hideWarnings: true }),
)

/** What `wrangler.toml` deploys to production. A benchmark runs that, so that a new setting or object is measured too. */
export const DEPLOYED = {
  compatibilityDate: deployment.compatibility_date,
  compatibilityFlags: deployment.compatibility_flags,
  settings: deployment.vars,
  /** The Durable Objects' classes by the name of their binding. */
  objects: Object.fromEntries(deployment.durable_objects.bindings.map((one) => [one.name, one.class_name])),
  /** The queues' names by the name of their binding. */
  queues: Object.fromEntries(deployment.queues.producers.map((one) => [one.binding, one.queue])),
  /** The names of the databases' bindings. */
  databases: deployment.d1_databases.map(({ binding }) => binding),
  /** The folder of the files that are deployed beside the Worker. */
  assets: join(ROOT, deployment.assets.directory),
  /** What takes the place of libraries' own files, by what those are imported as. */
  alias: new Map(Object.entries(deployment.alias).map(([name, path]) => [name, join(ROOT, path)])),
}

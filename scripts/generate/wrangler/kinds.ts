import { ENVIRONMENTS, type Environment, resourceName } from './environments.ts'
import type { TomlTable } from './toml.ts'

/** A binding: what wrangler.toml says of it in an environment that has it. */
export type Binding = {
  readonly environments: readonly Environment[]
  readonly tables: (environment: Environment) => readonly TomlTable[]
  /** Of a Durable Object: its class, and the migration that made it. */
  readonly object?: { readonly className: string; readonly since: string }
}

const everywhere = (tables: Binding['tables']): Binding => ({ environments: ENVIRONMENTS, tables })

/** A Durable Object. `since` is the migration that makes its class: a new tag for each that has not been deployed yet. */
export const object = (
  name: string,
  className: string,
  since: string,
  environments: readonly Environment[] = ENVIRONMENTS,
): Binding => ({
  environments,
  tables: () => [{ path: 'durable_objects.bindings', members: { name, class_name: className } }],
  object: { className, since },
})

/** A D1 database. A deployment finds it by its name and makes it if it is not there, but cannot say where its data lie. */
export const database = (binding: string, role: string): Binding =>
  everywhere((environment) => [
    { path: 'd1_databases', members: { binding, database_name: resourceName(environment, role) } },
  ])

/** An R2 bucket, in a jurisdiction where one is named: it is made there by hand, before the first deployment. */
export const bucket = (binding: string, role: string, jurisdiction?: 'eu'): Binding =>
  everywhere((environment) => [
    {
      path: 'r2_buckets',
      members: {
        binding,
        bucket_name: resourceName(environment, role),
        ...(jurisdiction && environment !== 'development' && { jurisdiction }),
      },
    },
  ])

const DEAD_LETTERS = 'dead-letters'

/** A queue with its producer and its consumer. A message waits for nothing: codes are short-lived. */
export const queue = (binding: string, role: string): Binding =>
  everywhere((environment) => [
    { path: 'queues.producers', members: { binding, queue: resourceName(environment, role) } },
    {
      path: 'queues.consumers',
      members: {
        queue: resourceName(environment, role),
        max_batch_size: 50,
        max_batch_timeout: 0,
        // Three failures of the consumer itself, not of a provider, and the message goes to the dead letters.
        max_retries: 3,
        dead_letter_queue: resourceName(environment, DEAD_LETTERS),
      },
    },
  ])

/** The queue that takes what no consumer could handle. Nothing produces for it but the platform. */
export const deadLetters: Binding = everywhere((environment) => [
  {
    path: 'queues.consumers',
    members: {
      queue: resourceName(environment, DEAD_LETTERS),
      max_batch_size: 10,
      max_batch_timeout: 0,
      max_retries: 10,
      retry_delay: 5,
    },
  },
])

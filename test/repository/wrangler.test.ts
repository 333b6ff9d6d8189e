import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { unstable_readConfig as readConfig, type Unstable_Config } from 'wrangler'
import { BINDINGS } from '../../scripts/generate/wrangler/bindings.ts'
import { ENVIRONMENTS, type Environment } from '../../scripts/generate/wrangler/environments.ts'
import { bucket, object, queue } from '../../scripts/generate/wrangler/kinds.ts'
import { varsOf } from '../../scripts/generate/wrangler/vars.ts'
import { bindingsToml } from '../../scripts/generate/wrangler/wrangler-toml.ts'
import { ROOT } from '../../scripts/run.ts'
import { SETTING_FORMATS } from '../../worker/platform/config.ts'

/** wrangler.toml as wrangler reads it. */
const configOf = (environment: Environment): Unstable_Config =>
  readConfig(
    { config: `${ROOT}wrangler.toml`, ...(environment !== 'development' && { env: environment }) },
    { hideWarnings: true },
  )

const objectsOf = ({ durable_objects }: Unstable_Config) => durable_objects.bindings.map(({ name }) => name)
const resourcesOf = ({ queues, d1_databases }: Unstable_Config) => [
  ...(queues.consumers ?? []).map(({ queue }) => queue),
  ...d1_databases.map(({ database_name }) => database_name),
]

describe('wrangler.toml', () => {
  it.each(ENVIRONMENTS)('sets what the Worker reads, and nothing else, in %s', (environment) => {
    expect(Object.keys(configOf(environment).vars).sort()).toEqual(SETTING_FORMATS.map(([name]) => name).sort())
    expect(Object.fromEntries(varsOf(environment))).toEqual(configOf(environment).vars)
    expect(configOf(environment).vars.ENVIRONMENT).toBe(environment)
  })

  it('binds the same objects in every environment, except for the issuer, which is for development', () => {
    const [development, staging, production] = ENVIRONMENTS.map(configOf).map(objectsOf)
    expect(development).toEqual(expect.arrayContaining(['ORDER_LEDGER', 'LOCAL_ISSUER']))
    expect(production).toEqual(development?.filter((name) => name !== 'LOCAL_ISSUER'))
    expect(staging).toEqual(production)
  })

  it('makes each object’s class by one migration', () => {
    for (const config of ENVIRONMENTS.map(configOf)) {
      const made = config.migrations.flatMap(({ new_sqlite_classes }) => new_sqlite_classes ?? [])
      expect(made.sort()).toEqual(config.durable_objects.bindings.map(({ class_name }) => class_name).sort())
    }
  })

  it('gives staging queues and a database of its own', () => {
    const production = resourcesOf(configOf('production'))
    const staging = resourcesOf(configOf('staging'))
    expect(staging).toHaveLength(production.length)
    expect(staging.filter((name) => production.includes(name))).toEqual([])
  })
})

describe('what production binds', () => {
  const { durable_objects, queues, d1_databases, r2_buckets } = configOf('production')
  const text = (path: string) => readFileSync(ROOT + path, 'utf8')

  it.each(durable_objects.bindings.map(({ class_name }) => class_name))(
    'has a section on %s in storage.md, and exports it',
    (name) => {
      expect(text('docs/storage.md')).toContain(`\n## ${name}\n`)
      expect(text('worker/index.ts')).toContain(`export { ${name} } from`)
    },
  )

  it('is made by an operator as deploy.md says: each queue, database and bucket; storage.md has the queues', () => {
    const queueNames = (queues.consumers ?? []).map(({ queue }) => queue)
    const commands = [
      ...queueNames.map((name) => `queues create ${name}\n`),
      ...d1_databases.map(({ database_name }) => `d1 create ${database_name} `),
      ...r2_buckets.map(({ bucket_name }) => `r2 bucket create ${bucket_name} `),
    ]
    expect(commands.filter((command) => !text('docs/deploy.md').includes(`npx wrangler ${command}`))).toEqual([])
    expect(queueNames.filter((name) => !text('docs/storage.md').includes(`\n| \`${name}\` |`))).toEqual([])
  })
})

describe('a binding', () => {
  it.each([
    [
      bucket('FILES', 'files', 'eu'),
      '[[env.staging.r2_buckets]]\nbinding = "FILES"\nbucket_name = "straks-staging-files"\njurisdiction = "eu"\n',
    ],
    [bucket('FILES', 'files'), '[[env.staging.r2_buckets]]\nbinding = "FILES"\nbucket_name = "straks-staging-files"\n'],
  ])('is one line for every environment', (binding, toml) => {
    expect(bindingsToml([binding], 'staging')).toBe(toml)
  })

  it('of a new object comes with a migration of its own, after those that have run', () => {
    const before = bindingsToml(BINDINGS, 'production')
    const after = bindingsToml([...BINDINGS, object('ENDPOINT', 'Endpoint', 'v99')], 'production')
    expect(after.endsWith('[[env.production.migrations]]\ntag = "v99"\nnew_sqlite_classes = ["Endpoint"]\n')).toBe(true)
    expect(after).toContain(before.slice(before.indexOf('[[env.production.migrations]]')))
  })

  it('of a queue has a consumer whose failures go to the dead letters of its environment', () => {
    const toml = bindingsToml([queue('CHECKS', 'checks')], 'staging')
    expect(toml).toContain('queue = "straks-staging-checks"')
    expect(toml).toContain('dead_letter_queue = "straks-staging-dead-letters"')
  })
})

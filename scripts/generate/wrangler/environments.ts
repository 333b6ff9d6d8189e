/** The environments of wrangler.toml. */
export const ENVIRONMENTS = ['development', 'staging', 'production'] as const
export type Environment = (typeof ENVIRONMENTS)[number]

/** The table of wrangler.toml that an environment is in: development is the default one. */
export const tablePrefix = (environment: Environment): string =>
  environment === 'development' ? '' : `env.${environment}.`

/** What an account calls a queue, database or bucket: staging has its own, so that both can share an account. */
export const resourceName = (environment: Environment, role: string): string =>
  environment === 'staging' ? `straks-staging-${role}` : `straks-${role}`

import * as z from 'zod'

/** A provider that the settings name. */
type NamedProvider = {
  readonly name: string
  /** Of a hundred messages, how many it gets before the others. Left out: what no share is of, in the order of the list. */
  readonly share: number | undefined
}

const ENTRY = /^([a-z][a-z0-9-]*)(?:=([1-9]\d?)%)?$/

const WHOLE = 100

const entry = z.string().transform((written, context): NamedProvider => {
  const [, name, share] = ENTRY.exec(written) ?? []
  if (name !== undefined) return { name, share: share === undefined ? undefined : Number(share) }
  context.addIssue({ code: 'custom', message: 'no provider' })
  return z.NEVER
})

const isSensible = (all: readonly NamedProvider[]): boolean =>
  new Set(all.map(({ name }) => name)).size === all.length &&
  all.some(({ share }) => share === undefined) &&
  all.reduce((sum, { share = 0 }) => sum + share, 0) < WHOLE

/** Names of providers, separated by commas, each with a share if it is tried out: `link,twilio=5%`. */
export const providerList = z
  .string()
  .transform((text) => text.split(',').map((written) => written.trim()))
  .pipe(z.array(entry).min(1))
  .refine(isSensible)

/** The shares that a list has. */
export const sharesIn = (all: readonly NamedProvider[]): ReadonlyMap<string, number> =>
  new Map(all.flatMap(({ name, share }) => (share === undefined ? [] : [[name, share] as const])))

import { INBOX_PROVIDER } from '../domain/inbox-provider.ts'
import { ConfigurationError } from './configuration-error.ts'

/** The address that the shipped configuration has until its owner puts their own there. */
const EXAMPLE_PUBLIC_URL = 'https://straks.example'

/** The settings that may still be examples. */
type Shipped = {
  readonly ENVIRONMENT: string
  readonly SMS_PROVIDERS: readonly string[]
  readonly EMAIL_PROVIDERS: readonly string[]
  readonly PUBLIC_URL: string
  readonly CONTENT_KEYS: unknown
}

/**
 * Refuses to run in production what is only an example, or open to read: the inbox shows codes to no one and calls them
 * delivered, and without keys they would lie in storage as they are.
 * `ENVIRONMENT = "staging"` is for trying it.
 *
 * @throws ConfigurationError
 */
export function refuseExamples(settings: Shipped): void {
  const { ENVIRONMENT, SMS_PROVIDERS, EMAIL_PROVIDERS, PUBLIC_URL, CONTENT_KEYS } = settings
  if (ENVIRONMENT !== 'production') return
  const lists = { SMS_PROVIDERS, EMAIL_PROVIDERS }
  const sentences = Object.entries(lists)
    .filter(([, providers]) => providers.includes(INBOX_PROVIDER))
    .map(
      ([name]) =>
        `The setting ${name} names the inbox, which delivers to no one: in production it must name real providers.`,
    )
  if (PUBLIC_URL === EXAMPLE_PUBLIC_URL)
    sentences.push('The setting PUBLIC_URL is the example: in production it must be the address that clients reach.')
  if (CONTENT_KEYS === undefined)
    sentences.push('The secret CONTENT_KEYS is missing: in production message texts must be sealed (docs/sealing.md).')
  if (sentences.length > 0) throw new ConfigurationError(sentences.join(' '))
}

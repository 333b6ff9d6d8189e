import { ConfigurationError } from './configuration-error.ts'

/** What a log line may say: names, counts and ids. Never a text, a number, an address or a token. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>

/** Writes one structured line. Members without a value are left out. */
export function log(level: 'info' | 'warn' | 'error', event: string, fields: LogFields): void {
  const line = JSON.stringify({ level, event, ...fields })
  if (level === 'info') console.log(line)
  else if (level === 'warn') console.warn(line)
  else console.error(line)
}

/**
 * Logs that something threw: the error's kind and where, but not its message, which may quote what it choked on. What is wrong
 * with the settings is told: its sentence names them and shows no value, and may be all that an operator has.
 */
export function logError(event: string, error: unknown, fields: LogFields = {}): void {
  const kind = error instanceof Error ? error.name : typeof error
  const place =
    error instanceof Error
      ? error.stack
          ?.split('\n')
          .find((line) => /^\s*at /.test(line))
          ?.trim()
      : undefined
  const detail = error instanceof ConfigurationError ? error.message : undefined
  log('error', event, { ...fields, kind, place, detail })
}

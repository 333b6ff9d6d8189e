import { type Finding, toJsonPointer } from '@straks/shared'
import type { Problem } from './problem.ts'

/** A finding as one entry of `errors`: the key and the message that a client written for Altinn finds there. */
export type AltinnError = (finding: Finding) => { readonly key: string; readonly message: string }

/** The members of a problem that tell everything that is wrong: `errors` in Altinn's way, `findings` in ours. */
export function findingsBody(
  findings: readonly Finding[],
  publicUrl: string,
  toError: AltinnError,
): Required<Pick<Problem, 'errors' | 'findings'>> {
  const errors: Record<string, string[]> = {}
  for (const finding of findings.filter(({ severity }) => severity === 'error')) {
    const { key, message } = toError(finding)
    const messages = errors[key] ?? []
    if (!messages.includes(message)) messages.push(message)
    errors[key] = messages
  }
  return {
    errors,
    findings: findings.map(({ code, severity, path, message, fix }) => ({
      code,
      severity,
      pointer: toJsonPointer(path),
      message,
      page: `${publicUrl}/docs#${code}`,
      ...(fix && { fix }),
    })),
  }
}

import type { Session } from '../model/desk-state.ts'

/** Where this tab keeps the token. It is gone when the tab is closed. */
const KEPT = 'straks.operator-token'

/** The scope of those who run the service. */
const SCOPE = 'straks:operator'

/** The session of this tab; `undefined` where there is none, and in a browser that keeps nothing. */
export function keptSession(): Session | undefined {
  try {
    const token = sessionStorage.getItem(KEPT)
    return token === null ? undefined : { kind: 'token', token }
  } catch {
    return undefined
  }
}

/** Keeps a session for as long as the tab is open, or forgets it. */
export function keepSession(session: Session | undefined): void {
  try {
    if (session?.kind === 'token') sessionStorage.setItem(KEPT, session.token)
    else sessionStorage.removeItem(KEPT)
  } catch {
    // A browser that keeps nothing: the token lasts as long as the page.
  }
}

/** Whether the page is served by a service in development, which makes tokens itself. */
export const isServedInDevelopment = (): boolean => document.documentElement.hasAttribute('data-development')

/** A token of the local issuer; `undefined` where the service makes none. */
export async function developmentToken(): Promise<string | undefined> {
  const body = JSON.stringify({ org: 'desk', scope: SCOPE })
  const response = await fetch('/dev/token', { method: 'POST', body }).catch(() => undefined)
  if (!response?.ok) return undefined
  const { access_token }: { access_token: string } = await response.json()
  return access_token
}

/** What the peer is told by whoever starts it: an environment, as for any Node server. */
export type PeerSettings = {
  readonly PEER_PORT: string
  readonly PEER_REDIS_PORT: string
  readonly PEER_ISSUER: string
  /** The issuer's public key as JSON. */
  readonly PEER_PUBLIC_KEY: string
}

/** Reads one setting, or says that it is missing. */
export function setting(name: keyof PeerSettings): string {
  const value = process.env[name]
  if (value === undefined) throw new Error(`The setting ${name} is missing`)
  return value
}

import { DurableObject } from 'cloudflare:workers'

/** Keeps the feed of one organisation's shipments. */
export class StatusFeed extends DurableObject<Env> {}

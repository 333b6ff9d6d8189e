import { DurableObject } from 'cloudflare:workers'

/** Keeps one correspondence. */
export class Correspondence extends DurableObject<Env> {}

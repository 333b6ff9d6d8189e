/** A request whose key may be left out: the client makes one, once, and reuses it over retries. */
export type Keyless<Request> = Omit<Request, 'idempotencyId'> & { readonly idempotencyId?: string }

/**
 * The request with its key. Give a key of your own where the request may be made again after a crash: the same key finds
 * the order that was accepted before.
 */
export const withKey = <Request extends { readonly idempotencyId?: string }>(
  request: Request,
): Request & { readonly idempotencyId: string } => ({
  ...request,
  idempotencyId: request.idempotencyId ?? crypto.randomUUID(),
})

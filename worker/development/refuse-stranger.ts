/** The answer to a request that did not come from this machine by a name of its own. */
export const refuseStranger = (): Response =>
  new Response('The routes of development answer this machine alone, by a name of its own.', { status: 403 })

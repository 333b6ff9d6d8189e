/** The least a Worker can do: what is left of a start-up or a request when nothing of ours is in it. */
export default {
  fetch: (): Response => new Response('ok'),
}

/** `GET /health`: whether the service answers. */
export const getHealth = (): Response => Response.json({ status: 'ok' })

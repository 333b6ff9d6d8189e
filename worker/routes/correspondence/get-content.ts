import { refuse } from '../../http/exchange.ts'
import { RECIPIENT } from './caller-of.ts'
import { onCorrespondence } from './on-correspondence.ts'
import { refusalOf } from './refusals.ts'

/** `GET /{id}/content`: what the message says, in Markdown. Whoever gets it has read it. `spec/correspondence.md` 1. */
export const getContent = onCorrespondence(RECIPIENT, async ({ exchange, caller, object }) => {
  const read = await object.read(caller)
  if (!read.ok) return refuse(exchange, refusalOf(read.failure))
  return new Response(read.value, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })
})

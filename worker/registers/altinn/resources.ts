import * as z from 'zod'
import type { ResourceLookup, ResourceQuery } from '../register.ts'
import type { GuardedService } from './guarded-service.ts'

const PATH = '/resourceregistry/api/v1/resource/'

const NOT_FOUND = 404

const Titles = z.object({
  title: z.object({ nb: z.string().nullish(), nn: z.string().nullish(), en: z.string().nullish() }).nullish(),
})

/** The title of a resource in Altinn's Resource Registry, which asks for no token. */
export async function findResourceTitle(
  registry: GuardedService,
  platformUrl: string,
  { resourceId, language }: ResourceQuery,
): Promise<ResourceLookup> {
  const url = `${platformUrl}${PATH}${encodeURIComponent(resourceId)}`
  const answer = await registry.ask({ method: 'GET', url, headers: { accept: 'application/json' } }, Titles)
  if (!answer.ok) return { kind: answer.failure.refusedWith === NOT_FOUND ? 'unknown' : 'unavailable' }
  const { title } = answer.value
  const name = title?.[language] || title?.nb
  return name ? { kind: 'found', name } : { kind: 'unknown' }
}

import { createDocument, type ZodOpenApiPathsObject } from 'zod-openapi'
import { ROUTE_GROUPS } from '../../worker/api/routes.ts'
import { descriptionOf } from '../../worker/api/routing/described.ts'
import type { RouteGroup } from '../../worker/api/routing/group.ts'
import { receiptRoutes } from '../../worker/providers/registry.ts'
import { operationOf } from './openapi/operation.ts'

/** How providers show who they are. */
const providerSecuritySchemes = () =>
  Object.fromEntries(receiptRoutes.map(({ description: { security } }) => [security.name, security.scheme]))

/** The operations of all groups that are described, by path and method. */
function pathsOf(groups: readonly RouteGroup[]): ZodOpenApiPathsObject {
  const paths: Record<string, ZodOpenApiPathsObject[string]> = {}
  for (const { prefix, tag, routes } of groups) {
    if (!tag) continue
    for (const route of routes) {
      const path = prefix + route.path
      paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, descriptionOf(tag).name) }
    }
  }
  return paths
}

/** The description of the API (OpenAPI 3.1), made of the routes and of the very schemas that judge their requests. */
export const createOpenApi = (): ReturnType<typeof createDocument> =>
  createDocument(
    {
      openapi: '3.1.1',
      info: {
        title: 'Straks',
        version: '0.1.0',
        description:
          'One-time codes and notifications from the edge. Speaks Altinn’s notification API: a client written for Altinn works unchanged.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      servers: [{ url: '/' }],
      tags: ROUTE_GROUPS.flatMap(({ tag }) => (tag ? [descriptionOf(tag)] : [])),
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: 'A token of Altinn or Maskinporten with the scope that the operation names.',
          },
          ...providerSecuritySchemes(),
        },
      },
      paths: pathsOf(ROUTE_GROUPS),
    },
    {
      // A format says what a page of expression would, and clients made from this know it.
      override: ({ jsonSchema }) => {
        if (jsonSchema.format !== undefined) delete jsonSchema.pattern
      },
    },
  )

import { describe, expect, it } from 'vitest'
import { createOpenApi } from '../../scripts/generate/openapi.ts'
import { ROUTE_GROUPS } from '../../worker/api/routes.ts'
import { descriptionOf } from '../../worker/api/routing/described.ts'

const routes = ROUTE_GROUPS.flatMap(({ prefix, routes }) =>
  routes.map((route) => ({ ...route, path: prefix + route.path })),
)

describe('the routes', () => {
  it('are each the only one of their method and path, and of their name', () => {
    const addresses = routes.map(({ method, path }) => `${method} ${path.toLowerCase().replaceAll(/\{\w+\}/g, '{}')}`)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(new Set(routes.map(({ documentation }) => descriptionOf(documentation).id)).size).toBe(routes.length)
  })

  it('describe every parameter of their paths, and no other', () => {
    for (const { path, parameters } of routes)
      expect(Object.keys(parameters), path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
  })

  it('are in the description of the API where their group has a heading in it', () => {
    const described = Object.entries(createOpenApi().paths ?? {}).flatMap(([path, operations]) =>
      Object.keys(operations ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const groups = ROUTE_GROUPS.filter(({ tag }) => tag)
    const declared = groups.flatMap(({ prefix, routes }) =>
      routes.map(({ method, path }) => `${method} ${prefix}${path}`),
    )
    expect(described.sort()).toEqual(declared.sort())
  })
})

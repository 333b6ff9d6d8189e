import { describe, expect, it } from 'vitest'
import { createOpenApi } from '../../scripts/generate/openapi.ts'
import { createRoutes } from '../../worker/router.ts'

/** What shows the description itself. */
const ABOUT_ITSELF = ['GET /openapi.json', 'GET /docs']

describe('the description of the API', () => {
  it('names every route that there is, and no other', () => {
    const routes = createRoutes(() => undefined)
      .routes.filter(([method]) => method !== 'ALL')
      .map(([method, , , path]) => `${method} ${path?.replaceAll(/:(\w+)/g, '{$1}')}`)
    const described = Object.entries(createOpenApi().paths ?? {}).flatMap(([path, operations]) =>
      Object.keys(operations ?? {}).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect([...described, ...ABOUT_ITSELF].sort()).toEqual(routes.sort())
  })
})

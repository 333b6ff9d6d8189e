import document from '../generated/openapi.txt'

/** `GET /openapi.json`: the API's description (OpenAPI 3.1), generated from the schemas. */
export const getOpenApi = (): Response =>
  new Response(document, {
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'max-age=300' },
  })

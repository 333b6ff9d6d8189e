import { readBody } from '../api/http/read-body.ts'

/**
 * The body of a request to a development route, as JSON; `undefined` where it is none or is too large.
 *
 * @param empty what an empty body stands for
 */
export async function readJsonBody(request: Request, empty?: object): Promise<unknown> {
  const body = await readBody(request)
  if (!body.ok) return undefined
  const text = new TextDecoder().decode(body.value)
  try {
    return empty && text.trim() === '' ? empty : JSON.parse(text)
  } catch {
    return undefined
  }
}

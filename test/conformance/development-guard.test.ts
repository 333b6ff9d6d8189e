import { describe, expect, it } from 'vitest'
import { send } from '#client'

const ROUTES = ['/dev/inbox/messages', '/dev/inbox/live', '/dev/register/persons/08900499559'] as const

describe('the routes of development', () => {
  it.each(ROUTES)('refuse a website that a developer has open: %s', async (path) => {
    for (const origin of ['https://evil.example', 'http://localhost.evil.example', 'null']) {
      const response = await send(path, { headers: { origin } })
      await response.text()
      expect([origin, response.status]).toEqual([origin, 403])
    }
  })

  it('answer tools, which have no origin', async () => {
    expect((await send('/dev/inbox/messages')).status).toBe(200)
  })
})

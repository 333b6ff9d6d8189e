import { describe, expect, it } from 'vitest'
import { isFromThisMachine } from '../../../worker/development/caller-on-this-machine.ts'

const asks = (url: string, origin?: string): boolean =>
  isFromThisMachine(new Request(url, { headers: origin === undefined ? {} : { origin } }))

describe('a caller on this machine', () => {
  it.each(['http://localhost:8787/', 'http://127.0.0.1:8787/', 'http://[::1]:8787/', 'http://straks.localhost/'])(
    'is one that asks %s',
    (url) => {
      expect(asks(url)).toBe(true)
      expect(asks(url, new URL(url).origin)).toBe(true)
      expect(asks(url, 'https://evil.example')).toBe(false)
    },
  )

  it.each([
    'http://evil.example:8787/',
    'http://localhost.evil.example/',
    'http://10.0.0.5/',
    'http://127.0.0.1.nip.io/',
  ])('is none that asks %s, a name which its owner lets resolve to this machine', (url) => {
    expect(asks(url)).toBe(false)
    expect(asks(url, new URL(url).origin)).toBe(false)
  })
})

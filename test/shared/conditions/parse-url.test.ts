import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseUrl } from '../../../shared/conditions/parse-url.ts'
import { runs } from '../../support/runs.ts'

const byPlatform = (text: string) => {
  if (!URL.canParse(text)) return undefined
  const { href, protocol, username, password, hostname, port } = new URL(text)
  return { href, protocol, username, password, hostname, port }
}

const read = (text: string) => {
  const url = parseUrl(text)
  if (!url) return undefined
  const { href, protocol, username, password, hostname, port } = url
  return { href, protocol, username, password, hostname, port }
}

const part = (...letters: readonly string[]) => fc.string({ unit: fc.constantFrom(...letters), maxLength: 5 })

/** Addresses that are plain, and addresses that are nearly so: one sign decides which. */
const address = fc
  .tuple(
    fc.constantFrom('https://', 'http://', 'HTTPS://', 'ftp://', 'https:/', 'https:///'),
    fc.array(part('a', 'b', 'x', 'n', '-', '1', '0', 'A', 'å', '_'), { minLength: 1, maxLength: 4 }),
    fc.constantFrom('.no', '.com', '.1', '.', '', '.xn--p1ai', '.no:443', '.no:80', '.no:8080', '.no.'),
    fc.constantFrom('/', '', '//', '?a', '#a', '\\'),
    part('a', '/', '-', '_', '.', '%', '2', 'e', 'å', ' ', '?', '#', '\n', '\\', '"'),
  )
  .map(([scheme, labels, end, slash, path]) => `${scheme}${labels.join('.')}${end}${slash}${path}`)

describe('the quick way to read an address', () => {
  it('tells what the platform tells', () => {
    fc.assert(
      fc.property(address, (text) => {
        expect(read(text)).toEqual(byPlatform(text))
      }),
      { numRuns: runs(20_000) },
    )
  })

  it.each(['https://example.com/notifications/condition/1', 'http://a-b.example.no/x_y//z'])('%s', (text) => {
    expect(read(text)).toEqual(byPlatform(text))
  })
})

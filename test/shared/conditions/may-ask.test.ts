import { describe, expect, it } from 'vitest'
import { mayAsk } from '../../../shared/conditions/may-ask.ts'
import { conditionEndpoint } from '../../../shared/rules/condition-endpoint.ts'
import { ACCEPTED_ADDRESSES } from './accepted-addresses.ts'
import { REFUSED_ADDRESSES } from './refused-addresses.ts'

const strict = { allowLoopback: false }
const onLaptop = { allowLoopback: true }

const refusalOf = (address: string, policy = strict): string | undefined => {
  const verdict = mayAsk(address, policy)
  return verdict.ok ? undefined : verdict.failure
}

describe('the guard of conditions', () => {
  it('knows at least 200 spellings to refuse, and tells no two for the same', () => {
    const all = REFUSED_ADDRESSES.flatMap(({ addresses }) => addresses)
    expect(new Set(all).size).toBe(all.length)
    expect(all.length).toBeGreaterThanOrEqual(200)
  })

  it.each([
    'a.localhost.direct',
    'lndo.site',
    'x.lndo.site',
    'local.me',
    'fritz.box',
    'kubernetes.default',
    'app.ddev.site',
    'localhost.localstack.cloud',
    'printer.myfritz.box',
    'host.ts.net',
  ])('refuses %s, which leads to this machine or its network', (name) => {
    expect(refusalOf(`https://${name}/`)).toBe('private-name')
    expect(refusalOf(`https://${name.toUpperCase()}./`)).toBe('private-name')
  })

  it.each(REFUSED_ADDRESSES.map(({ kind, ...rest }) => [kind, rest] as const))(
    'refuses %s',
    (_kind, { why, addresses }) => {
      expect(addresses.length).toBeGreaterThan(0)
      expect(addresses.map((address) => [address, refusalOf(address)])).toEqual(
        addresses.map((address) => [address, why]),
      )
    },
  )

  it('lets honest addresses pass, and those next to the refused', () => {
    expect(ACCEPTED_ADDRESSES.filter((address) => refusalOf(address) !== undefined)).toEqual([])
    expect(ACCEPTED_ADDRESSES.length).toBeGreaterThanOrEqual(20)
  })

  it('gives the address as it will be asked', () => {
    const verdict = mayAsk(' HTTPS://EXAMPLE.com:443\\condition ', strict)
    expect(verdict.ok && verdict.value).toBe('https://example.com/condition')
  })

  it('judges what it has let pass the same way again', () => {
    for (const address of ACCEPTED_ADDRESSES) {
      const verdict = mayAsk(address, strict)
      expect(verdict.ok && refusalOf(verdict.value), address).toBeUndefined()
    }
  })

  it('has words for every reason', () => {
    for (const { why } of REFUSED_ADDRESSES)
      for (const sentence of Object.values(Object(conditionEndpoint.sentences)[why]))
        expect(sentence).toContain('`{name}`')
  })
})

describe('the check of conditions in development', () => {
  it.each([
    'http://127.0.0.1:54321/condition',
    'http://localhost:7071/check',
    'http://localhost.:7071/check',
    'http://app.localhost/',
    'http://[::1]:3000/',
    'https://127.0.0.1:8443/',
    'http://127.1/',
  ])('lets %s pass', (address) => {
    expect(refusalOf(address, onLaptop)).toBeUndefined()
  })

  it('refuses everything else that is not public', () => {
    const isLoopback = (address: string) =>
      URL.canParse(address) && /^(?:127\.|\[::1\]|.*localhost\.?$)/.test(new URL(address).hostname)
    const others = REFUSED_ADDRESSES.flatMap(({ addresses }) => addresses).filter((address) => !isLoopback(address))
    expect(others.length).toBeGreaterThanOrEqual(200)
    expect(others.filter((address) => refusalOf(address, onLaptop) === undefined)).toEqual([])
  })
})

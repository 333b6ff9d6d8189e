import { describe, expect, it } from 'vitest'
import { forgeries } from './forged/forgeries.ts'
import { CLAIMS, makeSigner, NOW_MS, signed, verifierFor } from './forged/issuer.ts'

/** One of each family: RSA with both paddings, two curves, Edwards. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA']

const signers = await Promise.all(ALGORITHMS.map((alg) => makeSigner(alg)))

describe.each(signers)('a token of $alg', (signer) => {
  it('is believed as its issuer signed it', async () => {
    const told = await verifierFor(signers).verify(await signed(signer), NOW_MS)
    expect(told).toMatchObject({ ok: true, value: { organization: 'ttd' } })
  })

  it.each(['JWT', 'jwt', 'at+jwt', 'application/at+jwt'])('is believed where it says that it is %s', async (typ) => {
    const told = await verifierFor(signers).verify(await signed(signer, CLAIMS, { typ }), NOW_MS)
    expect(told).toMatchObject({ ok: true })
  })

  it('is refused however it is forged, and that is its own fault', async () => {
    let tried = 0
    const believed: string[] = []
    for await (const [kind, token] of forgeries(signer, signers)) {
      tried++
      const told = await verifierFor(signers).verify(token, NOW_MS)
      if (told.ok || told.failure.reason !== 'unauthenticated') believed.push(`${kind}: ${JSON.stringify(told)}`)
    }
    expect(tried).toBeGreaterThan(200)
    expect(believed).toEqual([])
  })
})

import { base64url } from 'jose'
import type { Forgery } from './forgeries.ts'
import { CLAIMS, encode, type Members, type Signer, signed, signedBytes } from './issuer.ts'

const encoder = new TextEncoder()

/** The issuer's signature under any header. */
async function signedUnder(header: Members | string | Uint8Array, signer: Signer): Promise<string> {
  const isWritten = typeof header === 'string' || header instanceof Uint8Array
  const text = `${encode(isWritten ? header : JSON.stringify(header))}.${encode(JSON.stringify(CLAIMS))}`
  return `${text}.${await signedBytes(signer, encoder.encode(text))}`
}

/** Payloads that are signed as they stand there, which no JWT may have: RFC 7797 7. */
async function* withUnencodedPayload(signer: Signer): AsyncGenerator<Forgery> {
  const { alg, kid } = signer
  const members = [{ b64: false, crit: ['b64'] }, { b64: false }, { b64: false, crit: [] }]
  const values = ['false', 0, null, {}].map((b64) => ({ b64, crit: ['b64'] }))
  for (const member of [...members, ...values])
    yield [JSON.stringify(member), await signedUnder({ alg, kid, ...member }, signer)]
}

/** Extensions that must be understood, and are not, or that are no list of names: RFC 7515 4.1.11. */
async function* withCriticalExtensions(signer: Signer): AsyncGenerator<Forgery> {
  const { alg, kid } = signer
  const lists = [[], ['exp'], ['alg'], [''], [1], [null], 'exp', {}, null, true, ['b64', 'unknown'], ['b64']]
  for (const crit of lists)
    yield [`crit ${JSON.stringify(crit)}`, await signedUnder({ alg, kid, exp: 1, unknown: 1, crit }, signer)]
}

/** What the issuer signed for something else than to be a token of access: RFC 8725 3.11. */
async function* forAnotherUse(signer: Signer): AsyncGenerator<Forgery> {
  for (const typ of ['logout+jwt', 'secevent+jwt', 'dpop+jwt', 'application/logout+jwt', 'JOSE', '', 1, null, ['JWT']])
    yield [`typ ${JSON.stringify(typ)}`, await signed(signer, CLAIMS, { typ })]
  yield ['nested', await signed(signer, await signed(signer), { cty: 'JWT' })]
  yield ['nested, as JSON', await signed(signer, JSON.stringify(await signed(signer)), { cty: 'JWT' })]
}

/** Headers that are no JSON object in UTF-8, and one that is endless. */
async function* withBrokenHeader(signer: Signer): AsyncGenerator<Forgery> {
  const { alg, kid } = signer
  const genuine = JSON.stringify({ alg, kid })
  const broken = ['', 'null', '[]', `[${genuine}]`, `"${alg}"`, `${genuine} x`, genuine.replaceAll('"', "'")]
  for (const header of [...broken, '['.repeat(50_000), `{"alg":`, genuine.replace('}', ',}')])
    yield [`header ${header.slice(0, 20)}`, await signedUnder(header, signer)]
  const invalid = Uint8Array.of(...encoder.encode(genuine.slice(0, -1)), ...encoder.encode(',"x":"'), 0xff, 0x22, 0x7d)
  yield ['a header that is not UTF-8', await signedUnder(invalid, signer)]
}

/** A signature of ECDSA as certificates write it: two integers in ASN.1 instead of their bytes. RFC 7518 3.4. */
function inAsn1(token: string): string {
  const [header, payload, signature = ''] = token.split('.')
  const bytes = base64url.decode(signature)
  const integers = [bytes.slice(0, bytes.length / 2), bytes.slice(bytes.length / 2)].flatMap((half) => [
    2,
    half.length + 1,
    0,
    ...half,
  ])
  return `${header}.${payload}.${encode(Uint8Array.of(0x30, integers.length, ...integers))}`
}

/** Signed by the issuer, though not as a token that lets anyone in. */
export async function* ofAnotherKind(signer: Signer): AsyncGenerator<Forgery> {
  yield* withUnencodedPayload(signer)
  yield* withCriticalExtensions(signer)
  yield* forAnotherUse(signer)
  yield* withBrokenHeader(signer)
  if (signer.alg.startsWith('ES')) yield ['a signature in ASN.1', inAsn1(await signed(signer))]
}

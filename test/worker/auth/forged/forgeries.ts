import { CLAIMS, encode, type Members, makeSigner, type Signer, signed } from './issuer.ts'
import { ofAnotherKind } from './of-another-kind.ts'

/** What a forged token is, and the token. */
export type Forgery = readonly [kind: string, token: string]

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const encoder = new TextEncoder()
const SHARED_SECRET_HASHES = { HS256: 'SHA-256', HS384: 'SHA-384', HS512: 'SHA-512' } as const

const unsigned = (header: Members, claims: Members = CLAIMS): string =>
  `${encode(JSON.stringify(header))}.${encode(JSON.stringify(claims))}`

/** No signature, or one that is none. */
function* withoutSignature({ alg, kid }: Signer, genuine: string): Generator<Forgery> {
  const [header = '', payload = '', signature = ''] = genuine.split('.')
  for (const none of ['none', 'None', 'NONE', 'nOnE', '', ' none', null, ['none'], undefined])
    for (const rest of ['', signature]) yield [`alg ${none}`, `${unsigned({ alg: none, kid })}.${rest}`]
  for (const length of [0, 1, 32, 64, 96, 132, 256])
    yield [`${alg}: ${length} zeros as the signature`, `${header}.${payload}.${encode(new Uint8Array(length))}`]
  yield ['cut signature', genuine.slice(0, -4)]
  yield ['longer signature', `${genuine}AAAA`]
  for (const parts of [[header], [header, payload], [header, payload, signature, ''], ['', payload, signature]])
    yield [`${parts.length} parts`, parts.join('.')]
  yield ['an encrypted token of five parts', `${header}..${payload}.${signature}.${signature}`]
  yield ['JSON instead of three parts', JSON.stringify({ protected: header, payload, signature })]
}

/** A public key that is used as if it were a shared secret. */
async function* sharedSecrets({ jwk, spki, kid }: Signer): AsyncGenerator<Forgery> {
  for (const [alg, hash] of Object.entries(SHARED_SECRET_HASHES))
    for (const secret of [spki, `${spki}\n`, JSON.stringify(jwk), jwk.n ?? jwk.x ?? '', 'secret', kid]) {
      const algorithm = { name: 'HMAC', hash }
      const key = await crypto.subtle.importKey('raw', encoder.encode(secret || ' '), algorithm, false, ['sign'])
      const text = unsigned({ alg, kid })
      yield [
        `${alg} with a public key`,
        `${text}.${encode(new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text))))}`,
      ]
    }
}

/** Another's key, which the header brings along, points at, or hides behind a name. */
async function* ofAnotherKey({ alg, kid }: Signer): AsyncGenerator<Forgery> {
  const stranger = await makeSigner(alg, kid)
  const address = 'https://attacker.example/keys'
  const headers: readonly Members[] = [
    ...[{}, { jwk: stranger.jwk }, { jku: address }, { x5u: address }, { x5c: [stranger.spki] }, { x5t: 'AAAA' }],
    ...['../../dev/null', "' OR 1=1 --", '__proto__', 'constructor', '', 'x'.repeat(4_000), address].map((name) => ({
      kid: name,
    })),
    ...[
      { jwk: stranger.jwk, kid: undefined },
      { jku: address, kid: 'unknown' },
    ],
  ]
  for (const header of headers)
    yield [`another's ${alg} key, ${Object.keys(header)}`, await signed(stranger, CLAIMS, header)]
}

/** The same bytes with a bit set behind the last of them, where there is room for one. */
function withUnusedBit(token: string): string {
  const last = ALPHABET.indexOf(token.at(-1) ?? '')
  return token.slice(0, -1) + ALPHABET[last ^ 1]
}

/** The issuer's own signature under something that it never signed, or that must not be believed. */
async function* ofTheIssuer(signer: Signer, others: readonly Signer[]): AsyncGenerator<Forgery> {
  const genuine = await signed(signer)
  const [header = '', payload = '', signature = ''] = genuine.split('.')
  for (const { alg, kid } of others)
    if (alg !== signer.alg)
      for (const named of [
        { alg, kid },
        { alg, kid: signer.kid },
        { alg: signer.alg, kid },
      ])
        yield [`${signer.alg} that says ${named.alg} of ${named.kid}`, `${unsigned(named)}.${signature}`]
  const doubled = encode(`{"alg":"none","alg":"${signer.alg}","kid":"${signer.kid}"}`)
  yield ['a header with a member twice', `${doubled}.${payload}.${signature}`]
  for (const crit of [['exp'], ['urn:example:unknown'], ['alg']])
    yield [`crit ${crit}`, `${unsigned({ alg: signer.alg, kid: signer.kid, crit })}.${signature}`]
  for (const crit of [['urn:example:unknown']])
    yield [`crit ${crit}, signed`, await signed(signer, CLAIMS, { crit, 'urn:example:unknown': 1 })]
  for (const [kind, text] of [
    ['bits that mean nothing', withUnusedBit(genuine)],
    ['padding', `${genuine}=`],
    ['padding', `${genuine}==`],
    ['padding', `${header}=.${payload}.${signature}`],
    ['white space', `${header}\n.${payload}.${signature}`],
    ['white space', `${header}.${payload} .${signature}`],
    ['a character of no alphabet', `${header}.${payload}*.${signature}`],
  ] as const)
    yield [kind, text]
  for (let place = 0; place < genuine.length; place += 7) {
    const other = genuine[place] === 'A' ? 'B' : 'A'
    if (genuine[place] !== '.')
      yield [`character ${place} changed`, genuine.slice(0, place) + other + genuine.slice(place + 1)]
  }
}

/** Signed by the issuer, and saying what no token may say. */
async function* ofWrongClaims(signer: Signer): AsyncGenerator<Forgery> {
  const { exp, ...endless } = CLAIMS
  const end = Number(exp)
  const wrong: readonly Members[] = [
    endless,
    ...[null, '', String(end), [end], {}, 0, -1, end - 600, end - 10_000].map((value) => ({ ...CLAIMS, exp: value })),
    ...[end, String(end - 1_200), {}].map((value) => ({ ...CLAIMS, nbf: value })),
    ...[undefined, '', 'https://attacker.example/', [], ['x'], {}].map((value) => ({ ...CLAIMS, aud: value })),
    ...[undefined, '', 'https://issuer.example', 'https://ISSUER.example/', [CLAIMS.iss], {}, '__proto__'].map(
      (value) => ({ ...CLAIMS, iss: value }),
    ),
  ]
  for (const claims of wrong) yield [`claims ${JSON.stringify(claims)}`, await signed(signer, claims)]
  for (const payload of ['', 'null', '[]', '"text"', '1', '{', '{"iss":', `${'['.repeat(100_000)}`, '\ud800'])
    yield [`payload ${payload.slice(0, 10)}`, await signed(signer, payload)]
}

/** Every kind of token that must not be believed, for one signer of an issuer that has several. */
export async function* forgeries(signer: Signer, all: readonly Signer[]): AsyncGenerator<Forgery> {
  yield* withoutSignature(signer, await signed(signer))
  yield* sharedSecrets(signer)
  yield* ofAnotherKey(signer)
  yield* ofTheIssuer(signer, all)
  yield* ofWrongClaims(signer)
  yield* ofAnotherKind(signer)
  for (const length of [10_000, 1_000_000]) yield [`${length} characters`, `${'a'.repeat(length)}.b.c`]
}

import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'

const ALGORITHM = 'ES256'

/** An issuer for one run: its name, the key that proves its tokens, and one token. */
export type BenchToken = { readonly issuer: string; readonly publicKey: JWK; readonly token: string }

/** Makes a key pair and signs a token with it, one like Altinn's but for how long it is valid. */
export async function makeToken(validFor = '2h'): Promise<BenchToken> {
  const issuer = 'urn:straks:bench'
  const { publicKey, privateKey } = await generateKeyPair(ALGORITHM)
  const token = await new SignJWT({
    'urn:altinn:org': 'ttd',
    'urn:altinn:scope': 'altinn:serviceowner/notifications.create altinn:correspondence.write',
  })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT', kid: 'bench' })
    .setIssuer(issuer)
    .setIssuedAt()
    .setExpirationTime(validFor)
    .sign(privateKey)
  return { issuer, publicKey: { ...(await exportJWK(publicKey)), kid: 'bench', alg: ALGORITHM }, token }
}

import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import forge from 'node-forge'

const HOUR_MS = 3_600_000

/** Subject alternative names: kinds as in RFC 5280 4.2.1.6. */
const DNS_NAME = 2
const IP_ADDRESS = 7

/** A server's certificate and key, and the file of the authority that vouches for it. */
export type Certificates = { readonly key: string; readonly cert: string; readonly authorityFile: string }

type Keys = forge.pki.rsa.KeyPair

function certify(
  serial: string,
  subject: string,
  issuer: string,
  keys: Keys,
  signer: Keys,
  extensions: object[],
): string {
  const certificate = forge.pki.createCertificate()
  certificate.serialNumber = serial
  certificate.publicKey = keys.publicKey
  certificate.validity.notBefore = new Date(Date.now() - HOUR_MS)
  certificate.validity.notAfter = new Date(Date.now() + 24 * HOUR_MS)
  certificate.setSubject([{ name: 'commonName', value: subject }])
  certificate.setIssuer([{ name: 'commonName', value: issuer }])
  certificate.setExtensions(extensions)
  certificate.sign(signer.privateKey, forge.md.sha256.create())
  return forge.pki.certificateToPem(certificate)
}

/**
 * Makes an authority and a certificate of its for this machine. Two of them, because a client trusts an authority and
 * refuses one that poses as a server.
 */
export async function makeCertificates(): Promise<Certificates> {
  const AUTHORITY = 'Straks Test Authority'
  const authorityKeys = forge.pki.rsa.generateKeyPair(2_048)
  const serverKeys = forge.pki.rsa.generateKeyPair(2_048)
  const authority = certify('01', AUTHORITY, AUTHORITY, authorityKeys, authorityKeys, [
    { name: 'basicConstraints', cA: true, critical: true },
    { name: 'keyUsage', keyCertSign: true, critical: true },
  ])
  const altNames = [
    { type: DNS_NAME, value: 'localhost' },
    { type: IP_ADDRESS, ip: '127.0.0.1' },
  ]
  const cert = certify('02', 'localhost', AUTHORITY, serverKeys, authorityKeys, [
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectAltName', altNames },
  ])
  const authorityFile = join(await mkdtemp(join(tmpdir(), 'straks-authority-')), 'authority.pem')
  await writeFile(authorityFile, authority)
  return { key: forge.pki.privateKeyToPem(serverKeys.privateKey), cert, authorityFile }
}

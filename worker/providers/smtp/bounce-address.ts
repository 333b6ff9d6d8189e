import { fromBase32, fromHex, toBase32, toHex } from '../../domain/bytes.ts'
import { parseReference } from '../../domain/order-id.ts'
import { hmacKey, hmacOf } from '../../platform/hmac.ts'
import { isSameSecret } from '../receipts/same-secret.ts'

/** Where mail comes back to, and the key that shows that we made the address. */
export type BounceSettings = { readonly address: string; readonly key: string }

/** Whose mail came back. */
type BouncedMail = { readonly organization: string; readonly delivery: string }

/** What a local part may have. RFC 5321 4.5.3.1.1. */
const LOCAL_PART_MAX_CHARACTERS = 64

/** Forty bits: too many to guess by mail, few enough to fit. */
const SEAL_BYTES = 5

/** The local part of a bounce address: ours, the shipment's id, a position for all but the first delivery, the seal, the organisation. */
const LOCAL_PART = /^(.+)\+([a-z2-7]{26})(?:\.(\d{1,3}))?-([a-z2-7]{8})-([a-z0-9-]+)$/

const REFERENCE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.(\d{1,3}))?$/

const GROUPS = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/

async function sealOf(key: string, { organization, delivery }: BouncedMail): Promise<string> {
  const signed = await hmacOf(await hmacKey(key), JSON.stringify([organization, delivery]))
  return toBase32(signed.slice(0, SEAL_BYTES))
}

/** An address in its two parts. */
function split(address: string): readonly [string, string] {
  const at = address.lastIndexOf('@')
  return [address.slice(0, Math.max(at, 0)), address.slice(at + 1)]
}

/**
 * The address that a mail comes back to, which names the mail (VERP): `bounces+ID-SEAL-ORGANISATION@DOMAIN`. `undefined`
 * where the organisation's name makes it longer than an address may be.
 */
export async function bounceAddressOf(
  { address, key }: BounceSettings,
  mail: BouncedMail,
): Promise<string | undefined> {
  const [, id = '', position] = REFERENCE.exec(mail.delivery) ?? []
  const [localPart, domain] = split(address)
  const name = toBase32(fromHex(id.replaceAll('-', '')))
  const place = position === undefined ? '' : `.${position}`
  const written = `${localPart}+${name}${place}-${await sealOf(key, mail)}-${mail.organization}`
  return id !== '' && written.length <= LOCAL_PART_MAX_CHARACTERS ? `${written}@${domain}` : undefined
}

/** The mail that an address of ours names; `undefined` where we did not make the address. Mail systems may change its case. */
export async function readBounceAddress(
  { address, key }: BounceSettings,
  recipient: string,
): Promise<BouncedMail | undefined> {
  const [localPart, domain] = split(recipient.toLowerCase())
  const [ours, oursAt] = split(address.toLowerCase())
  const [, start, name = '', position, seal = '', organization = ''] = LOCAL_PART.exec(localPart) ?? []
  const bytes = fromBase32(name)
  if (start !== ours || domain !== oursAt || !bytes) return undefined
  const id = toHex(bytes).replace(GROUPS, '$1-$2-$3-$4-$5')
  const mail = { organization, delivery: position === undefined ? id : `${id}.${position}` }
  if (!parseReference(mail.delivery)) return undefined
  return (await isSameSecret(seal, await sealOf(key, mail))) ? mail : undefined
}

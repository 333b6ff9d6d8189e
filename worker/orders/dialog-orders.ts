import { readUuid } from '@straks/shared'

/** The dialogue, and the transmission of it, that an order belongs to. */
type DialogAssociation = { readonly dialogId?: string | undefined; readonly transmissionId?: string | undefined }

/** A shipment of an order that belongs to a dialogue. */
export type DialogShipment = DialogAssociation & { readonly shipmentId: string }

const SCHEMA = [
  `CREATE TABLE IF NOT EXISTS dialog_shipments (
    organization TEXT NOT NULL, dialog_id TEXT NOT NULL, transmission_id TEXT NOT NULL, shipment_id TEXT NOT NULL,
    erase_at_ms INTEGER NOT NULL, PRIMARY KEY (organization, dialog_id, transmission_id, shipment_id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX IF NOT EXISTS dialog_shipments_by_transmission ON dialog_shipments (organization, transmission_id)',
  'CREATE INDEX IF NOT EXISTS dialog_shipments_by_age ON dialog_shipments (erase_at_ms)',
]

/** Old rows that are erased with each new one, so that the table needs no sweep of its own. */
const ERASED_AT_ONCE = 300

/** Shipments that are found of one dialogue: more than any has. */
const FOUND_MAX = 500

/** An id as it is kept and looked for: its spellings are one id. Of what is no UUID only the case is lost. */
const idOf = (written = ''): string => readUuid(written).toLowerCase()

type Row = { dialog_id: string; transmission_id: string; shipment_id: string }

/** The databases whose table this process has made. */
const prepared = new WeakSet<D1Database>()

async function prepare(database: D1Database): Promise<void> {
  if (prepared.has(database)) return
  await database.batch(SCHEMA.map((statement) => database.prepare(statement)))
  prepared.add(database)
}

/** Shipments of a dialogue. */
type Noted = {
  readonly shipmentIds: readonly string[]
  /** When nothing will be known of them any more, in milliseconds since 1970. */
  readonly eraseAtMs: number
}

/** Notes which dialogue shipments belong to. Ids alone: how a shipment fares is asked of its ledger. Throws what D1 throws. */
export async function noteDialog(
  { REGISTER_DATABASE: database }: Env,
  organization: string,
  association: DialogAssociation,
  { shipmentIds, eraseAtMs }: Noted,
): Promise<void> {
  const [dialogId, transmissionId] = [idOf(association.dialogId), idOf(association.transmissionId)]
  if (dialogId === '' && transmissionId === '') return
  await prepare(database)
  const insert = database.prepare('INSERT OR IGNORE INTO dialog_shipments VALUES (?, ?, ?, ?, ?)')
  const erase = database.prepare(
    `DELETE FROM dialog_shipments WHERE (organization, dialog_id, transmission_id, shipment_id) IN (
      SELECT organization, dialog_id, transmission_id, shipment_id FROM dialog_shipments WHERE erase_at_ms < ? LIMIT ?
    )`,
  )
  await database.batch([
    ...shipmentIds.map((id) => insert.bind(organization, dialogId, transmissionId, id, eraseAtMs)),
    erase.bind(Date.now(), ERASED_AT_ONCE),
  ])
}

/** The shipments of an organisation that belong to a dialogue, or to a transmission, or to both where both are given. */
export async function shipmentsOfDialog(
  { REGISTER_DATABASE: database }: Env,
  organization: string,
  { dialogId, transmissionId }: DialogAssociation,
): Promise<readonly DialogShipment[]> {
  await prepare(database)
  const { results } = await database
    .prepare(
      `SELECT dialog_id, transmission_id, shipment_id FROM dialog_shipments
       WHERE organization = ?1 AND (?2 = '' OR dialog_id = ?2) AND (?3 = '' OR transmission_id = ?3) LIMIT ?4`,
    )
    .bind(organization, idOf(dialogId), idOf(transmissionId), FOUND_MAX)
    .all<Row>()
  return results.map(({ dialog_id, transmission_id, shipment_id }) => ({
    ...(dialog_id !== '' && { dialogId: dialog_id }),
    ...(transmission_id !== '' && { transmissionId: transmission_id }),
    shipmentId: shipment_id,
  }))
}

import type { AuditAnswer } from '../../../api/answers/audit.ts'
import type { OverviewAnswer } from '../../../api/answers/overview.ts'
import type { toInspected, toShipment } from '../../../api/operator/shown-shipment.ts'

/** What the operator's API answers, as its routes declare it. */
export type Overview = OverviewAnswer
export type Shipment = ReturnType<typeof toShipment>
export type ShipmentWithTimeline = ReturnType<typeof toInspected>
export type TimelineEvent = ShipmentWithTimeline['timeline'][number]
export type AuditEntry = AuditAnswer['items'][number]
export type ShipmentState = 'unfinished' | 'uncertain' | 'dead' | 'failed' | 'delivered'

/** A page of a list. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null }

/** What a redrive of many answers. */
export type RedriveCounts = { readonly redriven: number; readonly refused: number; readonly next: string | null }

/** What an erasure answers: how many, by what they were. */
export type Erasure = { readonly erased: Readonly<Record<string, number>>; readonly next: string | null }

import type { Language } from '@straks/shared'
import type { Move, SuppressAction, WhoseAddress } from '../control/act.ts'
import type { Filter } from '../model/desk-state.ts'
import type { Shown } from '../model/series.ts'

/** What a reader can do. */
export type Actions = {
  speak(language: Language): void
  signIn(token: string): void
  developmentToken(): void
  signOut(): void
  dismiss(): void
  /** Reads anew what is shown. */
  retry(): void
  choosePeriod(minutes: number): void
  choose(shown: Shown): void
  pause(): void
  write(filter: Filter): void
  find(): void
  findMore(): void
  move(shipmentId: string, organization: string, move: Move): void
  steer(provider: string, action: 'pause' | 'resume'): void
  redriveAll(filter: Filter): void
  suppress(action: SuppressAction, whose: WhoseAddress): void
  erase(recipient: string): void
  eraseAgain(): void
  auditMore(): void
}

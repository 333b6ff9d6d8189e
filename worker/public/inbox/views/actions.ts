import type { Language } from '@straks/shared'
import type { ActivityRow } from '../model/activity.ts'
import type { Filter, PageState } from '../model/page-state.ts'
import type { InboxChoice } from '../model/transitions.ts'

/** What a reader can do. */
export type Actions = {
  choose(choice: InboxChoice): void
  show(view: PageState['mailView']): void
  speak(language: Language): void
  empty(): void
  sendExample(): void
  retry(): void
  dismiss(): void
  filter(filter: Filter): void
  bringForward(row: ActivityRow): void
  restore(): void
}

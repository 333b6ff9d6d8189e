import type { FinalStatus } from './status.ts'

/** What a provider made of one attempt. */
export type Outcome =
  | { readonly kind: 'taken' }
  /** Handed over for good: this provider never reports, so its acceptance is the last that anyone will hear. */
  | { readonly kind: 'delivered' }
  | { readonly kind: 'refused'; readonly status: FinalStatus }
  /** Certainly not taken: another provider may be asked at once. */
  | { readonly kind: 'unavailable' }
  /** The message went out and no answer came back: it may or may not have been taken. */
  | { readonly kind: 'uncertain' }

/** What a provider says later of a message it took, by its own clock. */
export type Receipt =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'delivered'; readonly atMs: number }
  | { readonly kind: 'failed'; readonly status: FinalStatus }

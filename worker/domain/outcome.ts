import type { BounceKind } from './bounce.ts'
import type { FinalStatus } from './status.ts'

/** The provider's own code for its answer, which an operator may ask the provider about. */
type Coded = { readonly code?: string }

/** What an answer or a receipt may say beside what it is. */
type Said = Coded & {
  /** How a mail came back; without it, one that bounced came back for good. */
  readonly bounce?: BounceKind
}

/** What a provider made of one attempt. */
export type Outcome = Said &
  (
    | {
        readonly kind: 'taken'
        /**
         * Set where the provider tells of failures only: if it has told of none for so many milliseconds, the message was
         * delivered.
         */
        readonly deliveredAfterMs?: number
      }
    /** Handed over for good: this provider never reports, so its acceptance is the last that anyone will hear. */
    | { readonly kind: 'delivered' }
    | { readonly kind: 'refused'; readonly status: FinalStatus }
    /** Certainly not accepted: another provider may be asked at once. */
    | {
        readonly kind: 'unavailable'
        /** Set where the provider works with others: this recipient's mailbox is full, say, or the message's time is over. */
        readonly concerns?: 'message'
      }
    /** The message was sent and no answer came back: the provider may or may not have accepted it. */
    | { readonly kind: 'uncertain' }
  )

/** What a provider says later of a message it took, by its own clock. */
export type Receipt = Said &
  (
    | { readonly kind: 'accepted' }
    | { readonly kind: 'delivered'; readonly atMs: number }
    | { readonly kind: 'failed'; readonly status: FinalStatus }
  )

/** A word, or an SMTP reply with its enhanced code. A run of digits that could be a number of a telephone is none. */
const CODE = /^(?!.*\d{7})(?:[2-5]\d\d )?[\w.:-]{1,60}$/

/** As many characters as a code has at most. */
export const CODE_MAX_LENGTH = 64

/** A provider's word as a code; nothing where it is a sentence or a number, which might name a recipient. */
export const codeOf = (word: string | number | null | undefined): Coded => {
  const code = String(word ?? '')
  return CODE.test(code) ? { code } : {}
}

/** The code where a provider was not called, because it has asked to be left alone for a while. */
export const LEFT_ALONE_CODE = 'left-alone'

/** The message was not handed over for that reason. */
export const LEFT_ALONE: Outcome = { kind: 'unavailable', code: LEFT_ALONE_CODE }

import { type DescribedAnswer, problem } from '../routing/documentation.ts'

/** The answer of a closed fence. */
export const TOO_MANY: DescribedAnswer = {
  ...problem('Your organisation, or this recipient, has had as many messages as a fence allows. The key stays free.'),
  headers: 'FenceHeaders',
}

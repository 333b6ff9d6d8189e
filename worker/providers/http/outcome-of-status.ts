import { codeOf, type Outcome } from '../../domain/outcome.ts'

/**
 * A service that has no time (503), or a proxy that never reached it (521 and so on): the message was not taken.
 * Deployed, a connection that is refused is such an answer too: 521 from the platform, or 530 where a name leads
 * nowhere. Elsewhere `fetch` throws the same error for it as for a connection that breaks.
 */
const NEVER_TAKEN: ReadonlySet<number> = new Set([503, 521, 523, 525, 526, 530])

/**
 * Redirects that say that the request itself belongs elsewhere. Any other may follow one that was carried out: "see other"
 * leads to what came of it. RFC 9110 15.4.
 */
const GOES_ELSEWHERE: ReadonlySet<number> = new Set([307, 308])

/** What an operator is told of an answer that has no code of the service's own. */
export const statusCode = (status: number) => codeOf(`http-${status}`)

/** The first digit of a status, which alone decides where the others are not known. RFC 9110 section 15. */
export const statusClassOf = (status: number): number => Math.floor(status / 100)

/**
 * What an HTTP status means that says nothing about the message itself. An error of the client turned the request away, and
 * so did a redirect of the request itself. Behind any other status the message may have been taken, a success above all.
 */
export const outcomeOfStatus = (status: number): Outcome => {
  const wasTurnedAway = statusClassOf(status) === 4 || GOES_ELSEWHERE.has(status) || NEVER_TAKEN.has(status)
  return { kind: wasTurnedAway ? 'unavailable' : 'uncertain', ...statusCode(status) }
}

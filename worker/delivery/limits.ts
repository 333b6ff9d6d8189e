/** Connections that the platform opens at a time for one invocation. */
export const CONNECTIONS = 6

/**
 * How many groups of attempts one invocation makes at a time. A group has at most 25 claims, and each must be done with
 * before its lease ends, with six connections for all.
 */
export const ATTEMPT_GROUPS = 2

import { setFlagsFromString } from 'node:v8'

/**
 * How Node is told to run the language server. Each key makes new things: in little room for them they are cleared away
 * often and briefly, where much room makes for rare pauses of several frames.
 */
export const NODE_FLAGS: readonly string[] = ['--max-semi-space-size=2']

/**
 * What the C library of Linux is told: threads that compile would each keep a store of memory of their own, some four MiB of which
 * they never use again.
 */
export const NODE_ENVIRONMENT: Readonly<Record<string, string>> = { MALLOC_ARENA_MAX: '1' }

/**
 * Has that done by the thread that answers alone: with helpers it waits until a busy machine has run them too, which takes
 * longer than all of the work. Node does not know this option of its engine, and would not start with one that the engine
 * of another version does not know either; said here, it then changes nothing.
 */
export const clearAwayAlone = (): void => setFlagsFromString('--no-parallel-scavenge')

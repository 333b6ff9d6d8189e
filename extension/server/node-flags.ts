/**
 * How Node is told to run the language server. Each key makes new things: in little room for them they are cleared away
 * often and briefly, where much room makes for rare pauses of several frames. That is done by the thread that answers
 * alone: with helpers it waits until a busy machine has run them too, which takes longer than all of the work.
 */
export const NODE_FLAGS: readonly string[] = ['--max-semi-space-size=4', '--no-parallel-scavenge']

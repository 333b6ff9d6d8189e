/**
 * How Node is told to run the language server. Each key in a large file makes a new text of it: in little room for new
 * things those are cleared away often and briefly, where much room makes for rare pauses of several frames.
 */
export const NODE_FLAGS: readonly string[] = ['--max-semi-space-size=4']

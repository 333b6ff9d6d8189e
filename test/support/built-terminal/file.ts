/** Names the file to the processes that tests run in. */
export const FILE = 'STRAKS_BUILT_TERMINAL'

/**
 * The terminal tool that was bundled for this run of tests, as it is packed: it starts in a fifth of the processor time
 * that its sources take.
 *
 * @throws Error in a project of tests that does not have `setup.ts` of this folder
 */
export function builtTerminal(): string {
  const file = process.env[FILE]
  if (file === undefined) throw new Error('No terminal tool was bundled for this project of tests.')
  return file
}

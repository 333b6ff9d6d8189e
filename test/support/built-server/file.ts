/** Names the file to the processes that tests run in. */
export const FILE = 'STRAKS_BUILT_SERVER'

/**
 * The language server that was bundled for this run of tests, as it is packed: it starts in a fifth of the processor time
 * that its sources take.
 *
 * @throws Error in a project of tests that does not have `setup.ts` of this folder
 */
export function builtServer(): string {
  const file = process.env[FILE]
  if (file === undefined) throw new Error('No language server was bundled for this project of tests.')
  return file
}

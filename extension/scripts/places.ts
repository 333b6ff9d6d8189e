import { fileURLToPath } from 'node:url'

/** The extension's folder. */
export const EXTENSION = fileURLToPath(new URL('..', import.meta.url)).replace(/\/$/, '')

/** The repository's own folder, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** Where everything that is built goes. */
export const DIST = `${EXTENSION}/dist`

/** Where the pages of the rules are kept. */
export const RULE_PAGES_FOLDER = fileURLToPath(new URL('../../docs/rules', import.meta.url))

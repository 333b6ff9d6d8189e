import manifest from '../package.json' with { type: 'json' }

/** The version that the extension and the terminal share. */
export const { version } = manifest

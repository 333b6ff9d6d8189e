/** The bundle, in the folder of a Worker that was bundled for tests. */
export const BUNDLE_FILE = 'index.js'

/** What starts the server. */
export const SERVE_FILE = 'serve.mjs'

/** The server, bundled too. */
export const SERVER_FILE = 'server.cjs'

/** What a start has compiled of the server, for those after it. */
export const COMPILED_FILE = 'server.compiled'

/** What `wrangler.toml` says of the Worker on a laptop, as Miniflare takes it. */
export const OPTIONS_FILE = 'options.json'

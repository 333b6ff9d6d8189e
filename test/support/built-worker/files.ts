/** The bundle, in the folder of a Worker that was bundled for tests. */
export const BUNDLE_FILE = 'index.js'

/** What serves it, bundled too. */
export const SERVE_FILE = 'serve.mjs'

/** What `wrangler.toml` says of the Worker on a laptop, as Miniflare takes it. */
export const OPTIONS_FILE = 'options.json'

import { buildPages } from './pages/build-pages.ts'

// What wrangler runs before it starts, bundles or deploys: `[build]` in wrangler.toml.
await buildPages()

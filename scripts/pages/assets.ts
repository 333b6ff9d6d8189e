import { readFileSync } from 'node:fs'
import type { Asset, Audience } from '../docs/asset.ts'
import { docsAssets } from '../docs/docs-assets.ts'
import { createOpenApi } from '../generate/openapi.ts'
import { ROOT } from '../run.ts'
import { bundlePages } from './bundle-pages.ts'
import { tablesJson } from './tables.ts'

const SOURCES = 'worker/public/'

/** A file that is served as it is written. */
const asWritten = (path: string, source = path): Asset => ({ path, content: readFileSync(ROOT + SOURCES + source) })

/** The operator's page. In development it offers a token of the service's own issuer, which production has not. */
function operatorPage(audience: Audience): Asset {
  const html = readFileSync(`${ROOT}${SOURCES}operator/index.html`, 'utf8')
  const content = audience === 'development' ? html.replace('<html', '<html data-development') : html
  return { path: 'operator.html', content }
}

/** What both audiences get: the documentation, the operator's page, the API's description, and the tables that the Worker reads. */
async function forAll(audience: Audience): Promise<readonly Asset[]> {
  const openApi = createOpenApi()
  return [
    asWritten('favicon.svg'),
    operatorPage(audience),
    ...(await bundlePages(['docs', 'operator'])),
    ...docsAssets(openApi, audience === 'development'),
    { path: 'openapi.json', content: JSON.stringify(openApi) },
    { path: 'tables.json', content: tablesJson() },
  ]
}

/** The files that are deployed beside the Worker. */
export async function assetsFor(audience: Audience): Promise<readonly Asset[]> {
  const all = await forAll(audience)
  if (audience === 'production') return [...all, asWritten('robots.txt')]
  return [...all, asWritten('index.html', 'inbox/index.html'), ...(await bundlePages(['inbox']))]
}

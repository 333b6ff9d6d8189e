import { table } from '@straks/shared'

/** How a file holds its requests. */
export type Layout =
  | 'json'
  | 'lines'
  | 'http'
  | 'bru'
  | 'postman'
  | 'markdown'
  | 'har'
  | 'shell'
  | 'powershell'
  | 'insomnia'
  | 'script'
  | 'component'
  | 'csharp'
  | 'java'
  | 'kotlin'

/** The layouts of files that hold other things too, of which nothing is said. */
export const EMBEDDING: ReadonlySet<Layout> = new Set([
  'http',
  'bru',
  'postman',
  'markdown',
  'har',
  'shell',
  'powershell',
  'insomnia',
  'script',
  'component',
  'csharp',
  'java',
  'kotlin',
])

/** What a file's name says about what is in it. */
export type FileForm = {
  readonly layout: Layout
  /** Whether comments and trailing commas are part of the format. */
  readonly comments: boolean
  /** Whether the name promises requests, so that anything else in it is a mistake. */
  readonly promised: boolean
  /** The kind of request that the name promises where the shape does not tell. */
  readonly kindName?: string
}

/** Files that hold other things too, by their extensions. */
const EMBEDDED_LAYOUTS = table<Layout>({
  http: 'http',
  rest: 'http',
  bru: 'bru',
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  js: 'script',
  cjs: 'script',
  mjs: 'script',
  jsx: 'script',
  ts: 'script',
  cts: 'script',
  mts: 'script',
  tsx: 'script',
  vue: 'component',
  svelte: 'component',
  astro: 'component',
  har: 'har',
  sh: 'shell',
  bash: 'shell',
  zsh: 'shell',
  ps1: 'powershell',
  psm1: 'powershell',
  yaml: 'insomnia',
  yml: 'insomnia',
  cs: 'csharp',
  csx: 'csharp',
  java: 'java',
  kt: 'kotlin',
  kts: 'kotlin',
})

const POSTMAN_NAME = /\.postman_collection\.json$/i

const PROMISED_NAME = /\.(notification|varsling|correspondence)\.(json|jsonl|jsonc)$/i
const EXTENSION = /\.([^./\\]+)$/
const CORRESPONDENCE = 'correspondence'

/** The patterns that find files whose name promises requests. */
export const PROMISED_GLOB = '**/*.{notification,varsling,correspondence}.{json,jsonl,jsonc}'

/** The patterns that find every file that is looked into: whether one holds requests, its content tells. */
export const READ_GLOB =
  '**/*.{json,jsonc,jsonl,ndjson,http,rest,bru,md,markdown,mdx,js,cjs,mjs,jsx,ts,cts,mts,tsx,vue,svelte,astro,har,sh,bash,zsh,ps1,psm1,yaml,yml,cs,csx,java,kt,kts}'

/** What a file's name says about its content; `undefined` for files that are never looked into. */
export function fileForm(name: string): FileForm | undefined {
  const promised = PROMISED_NAME.exec(name)
  const extension = EXTENSION.exec(name)?.[1]?.toLowerCase()
  if (promised) {
    return {
      layout: extension === 'jsonl' ? 'lines' : 'json',
      comments: extension === 'jsonc',
      promised: true,
      ...(promised[1]?.toLowerCase() === CORRESPONDENCE && { kindName: CORRESPONDENCE }),
    }
  }
  if (POSTMAN_NAME.test(name)) return { layout: 'postman', comments: false, promised: false }
  const layout = EMBEDDED_LAYOUTS.get(extension ?? '')
  if (layout) return { layout, comments: false, promised: false }
  if (extension === 'json') return { layout: 'json', comments: false, promised: false }
  if (extension === 'jsonc') return { layout: 'json', comments: true, promised: false }
  if (extension === 'jsonl' || extension === 'ndjson') return { layout: 'lines', comments: false, promised: false }
  return undefined
}

/** How a file is read whose name says nothing: as one JSON document. */
export const PLAIN_JSON: FileForm = { layout: 'json', comments: false, promised: false }

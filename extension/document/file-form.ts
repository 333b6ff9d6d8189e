/** How a file holds its requests. */
export type Layout = 'json' | 'lines' | 'http'

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

const PROMISED_NAME = /\.(notification|varsling|correspondence)\.(json|jsonl|jsonc)$/i
const EXTENSION = /\.([^./\\]+)$/
const CORRESPONDENCE = 'correspondence'

/** The patterns that find files whose name promises requests. */
export const PROMISED_GLOB = '**/*.{notification,varsling,correspondence}.{json,jsonl,jsonc}'

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
  if (extension === 'json') return { layout: 'json', comments: false, promised: false }
  if (extension === 'jsonc') return { layout: 'json', comments: true, promised: false }
  if (extension === 'jsonl' || extension === 'ndjson') return { layout: 'lines', comments: false, promised: false }
  if (extension === 'http' || extension === 'rest') return { layout: 'http', comments: false, promised: false }
  return undefined
}

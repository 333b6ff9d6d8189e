import { TextDocument } from 'vscode-languageserver-textdocument'
import { keyTimes, type Stretch, timed, typeKeys } from './keys.ts'
import type { KeyTimes } from './linter.ts'
import { LARGE_ORDERS, ordersText, type Place, placesToType } from './orders.ts'

const KEYS = 300

/** Few, since each takes most of a second. */
const KEYS_OF_PEER = 20

/** What a key in a large file costs others, in a process of their own. */
export type LargeFile = {
  /** The protocol's library alone, which keeps the file as one text. */
  readonly text: KeyTimes
  readonly peer: KeyTimes
}

async function timeKeys(
  text: string,
  count: number,
  type: (line: number, character: number, digit: string) => Promise<unknown>,
): Promise<KeyTimes> {
  const keys = await typeKeys<Place, Stretch>(placesToType(text), count, ({ line, character }) =>
    timed(() => type(line, character, '7')),
  )
  return keyTimes(keys.map(({ startMs, endMs }) => endMs - startMs))
}

/** Times keys in a large file, in this process. */
export async function timeLargeFile(): Promise<LargeFile> {
  const text = ordersText(LARGE_ORDERS)
  const document = TextDocument.create('file:///orders.notification.json', 'json', 1, text)
  const alone = await timeKeys(text, KEYS, async (line, character, digit) => {
    const at = { line, character }
    TextDocument.update(document, [{ range: { start: at, end: at }, text: digit }], document.version + 1)
  })
  const { jsonLanguageService } = await import('./json-language-service.ts')
  return { text: alone, peer: await timeKeys(text, KEYS_OF_PEER, await jsonLanguageService.open(text)) }
}

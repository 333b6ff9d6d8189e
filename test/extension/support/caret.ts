import type { Position } from 'vscode-languageserver-protocol'

/** Takes the `‸` out of a text and tells where it stood. */
export function caret(marked: string): { readonly text: string; readonly position: Position } {
  const offset = marked.indexOf('‸')
  const before = marked.slice(0, offset).split('\n')
  return {
    text: marked.replace('‸', ''),
    position: { line: before.length - 1, character: before.at(-1)?.length ?? 0 },
  }
}

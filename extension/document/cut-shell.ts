import { mayBuildRequest } from './code/code-pieces.ts'
import { cutHereDocuments } from './cut-here-documents.ts'
import { bodyPiece } from './json-body.ts'
import { kindOfAddress } from './kind-of-address.ts'
import type { Cut, Piece } from './piece.ts'
import { rangeOfPiece } from './place-in-file.ts'
import { endOfLine } from './scan.ts'
import { placeholderFor } from './shell-placeholders.ts'
import { findReplacedInShell } from './shell-replaced.ts'
import { contentOf } from './shell-text.ts'
import { wordsOf } from './shell-words.ts'

/** Where a command begins that sends something. */
const COMMAND = /(?<![\w./-])curl(?:\.exe)?(?=[ \t\\`^])/g

const DATA = /^(?:-d|--data|--data-raw|--data-binary|--data-ascii|--json)$/

/** The same with its value in the same word. */
const DATA_IN_WORD = /^(?:--(?:data|data-raw|data-binary|data-ascii|json)=|-d(?=[^a-z]))/

/** What the address of a request has. */
const IN_AN_ADDRESS = /https?:|\/orders|\/correspondence/

/** How much of a word is looked at to tell what it is. */
const LOOKED_AT_UNITS = 500

/** Words that are read as a command's and looked at again: no command has more. */
const WORDS_TWICE_MAX = 50

/** What one command says, and where it ends. */
type Command = { readonly pieces: readonly Piece[]; readonly end: number }

/** Reads the bodies that a command sends, and the address it sends them to. */
function readCommand(text: string, start: number): Command {
  const bodies: { readonly start: number; readonly built: ReturnType<typeof contentOf> }[] = []
  let address = ''
  let isData = false
  let end = start
  let resumeAt: number | undefined
  let wordsTwice = 0
  const replaced = placeholderFor(text, start)
  for (const word of wordsOf(text, start)) {
    const [first] = word.parts
    if (!first) continue
    // A quote that is still open behind a command closes what it stands in: what follows is looked at again.
    if (!isData && text.slice(first.start, word.end).includes('\n')) resumeAt ??= end
    if (resumeAt !== undefined && ++wordsTwice > WORDS_TWICE_MAX) break
    end = word.end
    const written = text.slice(first.start, Math.min(end, first.start + LOOKED_AT_UNITS))
    const named = isData ? '' : DATA_IN_WORD.exec(written)?.[0]
    // A shell does not run what ends within quotes.
    if (named !== undefined && word.isWhole)
      bodies.push({ start: first.start, built: contentOf(text, word, first.start + named.length, replaced) })
    else if (IN_AN_ADDRESS.test(written)) address = contentOf(text, word, first.start).text
    isData = !isData && DATA.test(written)
  }
  const pieces = bodies.flatMap(({ start: at, built: { text: body, map } }) => {
    if (!mayBuildRequest(body)) return []
    return bodyPiece({ start: at, text: body, map, kindName: kindOfAddress(address) }) ?? []
  })
  return { pieces, end: resumeAt ?? end }
}

/** What stands before JSON in quotes that something sends: a variable's name, `<<<`, `echo`, or an option of wget. */
const BEFORE_JSON =
  /(?:(?:^|[\s;({])(\w{1,100})=|<<<[ \t]{0,100}|(?:^|[\s;|&({])(echo|printf)[ \t]+(?:-\w+[ \t]+|["']?%s(?:\\n)?["']?[ \t]+)?|--(?:post|body)-data[= ])(?=\$?['"]\s{0,200}[[{])/gm

/** What takes what a command prints: another command, a file, or a variable. */
const TAKEN_ON = /[ \t]*(?:\\\r?\n[ \t]*)?[|>)`]/y

/** Whether what a command prints up to an offset goes on to something: else it is for a reader, and need not be a request. */
function isTakenOn(text: string, end: number): boolean {
  TAKEN_ON.lastIndex = end
  return TAKEN_ON.test(text)
}

/** UTF-16 units before a word in which a comment is looked for. */
const COMMENT_MAX_UNITS = 500

/** Whether what stands before a word on its line begins a comment. */
const isInComment = (text: string, at: number): boolean =>
  /(?:^|\n)[ \t]*#[^\n]*$/.test(text.slice(Math.max(0, at - COMMENT_MAX_UNITS), at))

/** Cuts the requests out of JSON in quotes that a script keeps in variables, prints, or posts otherwise than with `curl`. */
function cutQuoted(text: string): readonly Piece[] {
  const isReplaced = findReplacedInShell(text)
  const pieces: Piece[] = []
  const before = new RegExp(BEFORE_JSON)
  for (let match = before.exec(text); match; match = before.exec(text)) {
    const at = before.lastIndex
    const [word] = wordsOf(text, at)
    const [first] = word?.parts ?? []
    if (!word || !first) continue
    before.lastIndex = Math.max(at, word.end)
    if (!word.isWhole || isInComment(text, at)) continue
    const [, name, printed] = match
    if (printed !== undefined && !isTakenOn(text, word.end)) continue
    if (isReplaced({ start: at, end: word.end, name })) continue
    const { text: body, map } = contentOf(text, word, first.start, placeholderFor(text, at))
    // What `printf` takes for its format says other things with a backslash or a per cent sign.
    if (printed === 'printf' && !match[0].includes('%s') && /[\\%]/.test(body)) continue
    const piece = mayBuildRequest(body) ? bodyPiece({ start: first.start, text: body, map }) : undefined
    if (piece) pieces.push(piece)
  }
  return pieces
}

/** Requests in the order of their places, without those that stand in another. */
function apart(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = []
  let end = 0
  for (const piece of [...pieces].sort((one, other) => one.start - other.start)) {
    if (piece.start < end) continue
    kept.push(piece)
    end = rangeOfPiece(piece).end
  }
  return kept
}

/** Cuts the requests out of a shell's script: what `curl` sends, here-documents, and JSON in quotes. */
export function cutShell(text: string): Cut {
  const pieces: Piece[] = []
  if (!mayBuildRequest(text)) return { pieces, syntaxErrors: [], isEmbedded: true }
  const command = new RegExp(COMMAND)
  while (command.test(text)) {
    const start = command.lastIndex
    // In a comment it goes no further than its line.
    const read = readCommand(isInComment(text, start) ? text.slice(0, endOfLine(text, start)) : text, start)
    for (const piece of read.pieces) pieces.push(piece)
    command.lastIndex = read.end
  }
  const found = [...pieces, ...cutHereDocuments(text), ...cutQuoted(text)]
  return { pieces: apart(found), syntaxErrors: [], isEmbedded: true }
}

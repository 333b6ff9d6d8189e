import { type DocumentKind, type Language, limits, say } from '@straks/shared'
import { htmlToPlainText, measureSms } from '@straks/shared/text'
import type { Node } from 'jsonc-parser'
import { type Hover, MarkupKind, type Position } from 'vscode-languageserver'
import { treeOf } from '../../document/parse-piece.ts'
import { inFile, inPiece } from '../../document/place-in-file.ts'
import { nodeAt, pathTo } from '../../document/tree.ts'
import { enumNamesOf, memberNamed, noteOf, schemaAt } from '../../lint/schema-members.ts'
import { describeSchema } from '../member-words/describe-member.ts'
import { type LintedDocument, pieceAt } from '../open-document.ts'
import { expand, isHtml, type PlacedText, type ReadPiece, readPiece, roomTakenBy, textsOf } from '../texts.ts'
import type { PreviewContext } from '../timing/preview-context.ts'
import { textTiming } from '../timing/text-timing.ts'
import { HOVER_WORDS } from '../words.ts'
import { describeMessages } from './hover-messages.ts'
import { verbatim } from './verbatim.ts'

/** The message as its recipient will see it, and what it costs. */
function describeText(text: PlacedText, read: ReadPiece, kind: DocumentKind, context: PreviewContext): string {
  const { role, value, sent, samples } = text
  const { language } = context
  const html = role === 'email-body' && isHtml(text)
  const expanded = expand(sent, kind, samples, html)
  const lines = [verbatim(html ? htmlToPlainText(expanded) : expanded)]
  const facts = [roomTakenBy(text, kind)]
  if (role === 'sms-body') {
    const { capacity, units, outsideGsm7 } = measureSms(expanded)
    facts.push(say(HOVER_WORDS.left, language, { count: capacity - units }))
    if (outsideGsm7.length > 0) {
      const characters = outsideGsm7.map((character) => `\`${character}\``).join(' ')
      facts.push(say(HOVER_WORDS.outside, language, { characters }))
    }
  } else {
    const most = role === 'email-subject' ? limits.EMAIL_SUBJECT_MAX_UNITS : limits.EMAIL_BODY_MAX_UNITS
    facts.push(say(HOVER_WORDS.left, language, { count: most - value.length }))
  }
  if (html) facts.push(say(HOVER_WORDS.plain, language))
  if (expanded !== sent) facts.push(say(HOVER_WORDS.sample, language))
  lines.push(facts.join(' · '))
  const timing = textTiming(text, read, kind, context)
  if (timing !== undefined) lines.push(timing)
  return lines.join('\n\n')
}

/** What the schema says of a member. */
function describeMember(kind: DocumentKind, node: Node, language: Language): string | undefined {
  const path = pathTo(node)
  const name = path.findLast((step) => typeof step === 'string')
  const holder = typeof name === 'string' ? schemaAt(kind.schema, path.slice(0, path.lastIndexOf(name))) : undefined
  const member = holder && typeof name === 'string' ? memberNamed(holder, name) : undefined
  if (!member) return undefined
  const { example } = noteOf(member.schema)
  const names = enumNamesOf(member.schema)
  return [
    `**${member.name}** · ${say(member.optional ? HOVER_WORDS.optional : HOVER_WORDS.required, language)}`,
    describeSchema(member.schema, language),
    names.map((one, number) => `\`${one}\` (${number})`).join(', '),
    example === undefined || typeof example === 'object'
      ? ''
      : `${say(HOVER_WORDS.example, language)}: \`${JSON.stringify(example)}\``,
  ]
    .filter((part) => part !== '')
    .join('\n\n')
}

/** What there is to tell of the place under the pointer. */
export function hover(judged: LintedDocument, position: Position, context: PreviewContext): Hover | undefined {
  const { text, form } = judged
  const { language } = context
  const offset = text.offsetAt(position)
  const one = pieceAt(judged, offset)
  const kind = one?.kind
  const tree = one && treeOf(one.piece.text)
  const node = tree && nodeAt(tree, inPiece(one.piece, offset))
  if (!kind || !node || node.type === 'object' || node.type === 'array' || node.type === 'property') return undefined
  const { start, end } = inFile(one.piece, { start: node.offset, end: node.offset + node.length })
  // In a program, what stands between two members belongs to neither.
  if (offset < start || end < offset) return undefined
  const written = textsOf(one, form.comments).find((other) => other.node.offset === node.offset)
  const read = readPiece(one, kind, form.comments)
  const parts = [
    written ? describeText(written, read, kind, context) : describeMessages(read, kind, pathTo(node), context),
    describeMember(kind, node, language),
  ]
  const value = parts.filter((part) => part !== undefined).join('\n\n---\n\n')
  if (value === '') return undefined
  return {
    contents: { kind: MarkupKind.Markdown, value },
    range: { start: text.positionAt(start), end: text.positionAt(end) },
  }
}

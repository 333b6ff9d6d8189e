import { expect, it } from 'vitest'
import type { CodeAction, Diagnostic, TextEdit } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { Service } from '../../../extension/server/service.ts'
import { createRandom, type Random } from '../../../scripts/corpora/random.ts'
import { runs } from '../../support/runs.ts'
import { makeFile } from '../repair/files.ts'

/** How many documents are typed in, and how often each. */
const SEQUENCES = runs(1_000)
const STEPS = 10

/** A list in which every request has four errors: from 250 on no more are judged. */
const mistaken = (count: number): string =>
  `[${Array.from({ length: count }, (_, number) => `{ "recipientSms": { "phoneNumber": "${99_999_000 + number}" } }`).join(',\n')}]`
const MISTAKEN = mistaken(520)

/** How often such a list is typed in: one far over the limit, and one that comes and goes over it. */
const LARGE_SEQUENCES = runs(40)

const SETTINGS = [
  {},
  { language: 'nn', profile: 'strict' },
  { profile: 'api' },
  { rules: { 'phone-number': 'off', schema: 'hint' }, smsCountries: ['46'] },
] as const

/** What is typed: what opens and closes, what a request is made of, and line ends of every kind. */
const TYPED = [
  ...(['', '', '"', '{', '}', '[', ']', ',', ':', '/', '//', '\\', '\n', '\r\n', '###\n', '\n\n', ' '] as const),
  ...(['7', 'å🎉', '\ufeff', '"recipientSms": {', '{"recipientSms":{"phoneNumber":"99999999"}}'] as const),
  ...([',{}', '{{a}}', '/* ', '*/', 'POST x\n\n'] as const),
] as const

/** A service whose every step is long enough for a key to come between. */
function makeService(settings: unknown): Service {
  let now = 0
  const service = new Service({ rest: () => Promise.resolve(), now: () => (now += 100), time: () => 0 })
  service.initialize({ commands: true, settings }, 'en')
  return service
}

/** An editor: a text, and the service that is told of every change of it. */
class Editor {
  readonly service: Service
  readonly uri: string
  #settings: unknown = {}
  #version = 1
  #text: TextDocument

  constructor({ name, text }: { readonly name: string; readonly text: string }) {
    this.service = makeService(this.#settings)
    this.uri = `file:///${name}`
    this.#text = this.#document(text)
    this.#open()
  }

  get text(): string {
    return this.#text.getText()
  }

  #document(text: string): TextDocument {
    return TextDocument.create(this.uri, 'plaintext', this.#version, text)
  }

  #open(): void {
    this.service.documents.open({ uri: this.uri, languageId: 'plaintext', version: this.#version, text: this.text })
  }

  reopen(): void {
    this.service.documents.close(this.uri)
    this.#version = 1
    this.#open()
  }

  configure(settings: unknown): void {
    this.#settings = settings
    this.service.configuration.configure(settings, [])
  }

  /** Replaces stretches of the text, one after the other, each in the text that the one before has made. */
  type(edits: readonly TextEdit[]): void {
    this.#version++
    this.service.documents.change(
      this.uri,
      this.#version,
      edits.map(({ range, newText }) => ({ range, text: newText })),
    )
    for (const edit of edits) this.#text = this.#document(TextDocument.applyEdits(this.#text, [edit]))
  }

  /** Somewhere in the text something else; some clients send the end of a selection first that was made backwards. */
  makeEdit(random: Random): TextEdit {
    const start = random.integer(0, this.text.length)
    const end = random.chance(0.6) ? start : Math.min(this.text.length, start + random.integer(0, 40))
    const [from, to] = random.chance(0.1) ? [end, start] : [start, end]
    return {
      range: { start: this.#text.positionAt(from), end: this.#text.positionAt(to) },
      newText: random.pick(TYPED),
    }
  }

  /** What a service says that has never seen the document before. */
  async diagnosticsAnew(): Promise<readonly Diagnostic[]> {
    const fresh = makeService(this.#settings)
    fresh.documents.open({ uri: this.uri, languageId: 'plaintext', version: 1, text: this.text })
    return fresh.diagnostics(this.uri)
  }

  /** The actions that are offered for the first mistakes of the document. */
  async listed(mistakes = Number.POSITIVE_INFINITY): Promise<readonly CodeAction[]> {
    const range = { start: { line: 0, character: 0 }, end: this.#text.positionAt(this.text.length) }
    const diagnostics = (await this.service.diagnostics(this.uri)).slice(0, mistakes)
    return this.service.codeActions({ textDocument: { uri: this.uri }, range, context: { diagnostics } }, true)
  }

  async actions(): Promise<readonly CodeAction[]> {
    return Promise.all((await this.listed()).map((action) => this.service.resolve(action)))
  }

  /** The text after an action. Throws where its edits overlap, or lie outside of the text. */
  after({ edit }: CodeAction): string {
    const edits = edit?.changes?.[this.uri] ?? []
    for (const { range } of edits)
      expect(this.#text.positionAt(this.#text.offsetAt(range.end)), 'an edit within the text').toEqual(range.end)
    return TextDocument.applyEdits(this.#text, edits)
  }
}

/** One thing that a person does. Some wait for an answer, others do not. */
async function step(editor: Editor, random: Random): Promise<void> {
  const asked = random.chance(0.5) ? editor.service.diagnostics(editor.uri) : undefined
  const kind = random.integer(0, 9)
  if (kind === 0) editor.configure(random.pick(SETTINGS))
  else if (kind === 1) editor.reopen()
  else for (let changes = random.integer(1, 3); changes > 0; changes--) editor.type([editor.makeEdit(random)])
  await asked
}

it('whatever is typed, a document is judged as if it had just been opened, and its code actions fit it', {
  timeout: 600_000,
}, async () => {
  for (let sequence = 0; sequence < SEQUENCES; sequence++) {
    const random = createRandom(sequence)
    const editor = new Editor(makeFile(random))
    for (let number = 0; number < STEPS; number++) {
      await step(editor, random)
      const message = `sequence ${sequence}, step ${number}`
      expect(await editor.service.diagnostics(editor.uri), message).toEqual(await editor.diagnosticsAnew())
    }
    for (const action of await editor.actions()) {
      const { title } = action
      expect(editor.after(action), `sequence ${sequence}: ${title}`).not.toBe(editor.text)
    }
    await editor.service.symbols(editor.uri)
    await editor.service.codeLenses(editor.uri)
  }
})

it('so is one with more mistakes than are told, of which the rest is not judged', { timeout: 600_000 }, async () => {
  for (let sequence = 0; sequence < LARGE_SEQUENCES; sequence++) {
    const random = createRandom(sequence)
    const editor = new Editor({ name: 'made.notification.json', text: mistaken(sequence % 2 ? 520 : 250) })
    for (let number = 0; number < STEPS; number++) {
      editor.type([editor.makeEdit(random)])
      const message = `sequence ${sequence}, step ${number}`
      expect(await editor.service.diagnostics(editor.uri), message).toEqual(await editor.diagnosticsAnew())
    }
  }
})

it('what a key makes one error too many ends the judging where it would have ended had the document just been opened', async () => {
  const sound =
    '{"idempotencyId":"a","recipientSms":{"phoneNumber":"+4799999999","timeToLiveInSeconds":60,"smsSettings":{"body":"x"}}}'
  const editor = new Editor({ name: 'made.notification.json', text: `[${sound},\n${mistaken(250).slice(1)}` })
  const judged = async (): Promise<number> => {
    const diagnostics = await editor.service.diagnostics(editor.uri)
    expect(diagnostics).toEqual(await editor.diagnosticsAnew())
    return diagnostics.length
  }
  const rewrite = (from: string, to: string): void => {
    const [start, end] = [
      { line: 0, character: 2 },
      { line: 0, character: 1 + from.length },
    ]
    editor.type([{ range: { start, end }, newText: to.slice(1) }])
  }

  const before = await judged()
  const wrong = '{ "recipientSms": { "phoneNumber": "99999999" } }'
  rewrite(sound, wrong)
  expect(await judged()).not.toBe(before)
  rewrite(wrong, sound)
  expect(await judged()).toBe(before)
})

it.each(['json', 'jsonl'])('a selection that was made backwards is what it is forwards, in %s', async (ending) => {
  const one = (number: string) => `{"idempotencyId":"a","recipientSms":{"phoneNumber":"${number}"}}`
  const lines = Array.from({ length: 9 }, (_, number) => one(`+479999999${number}`))
  const text = ending === 'jsonl' ? lines.join('\n') : `[\n${lines.join(',\n')}\n]`
  for (let from = 1; from < 8; from++)
    for (let to = from; to < 8; to++) {
      const editor = new Editor({ name: `made.notification.${ending}`, text })
      await editor.service.diagnostics(editor.uri)
      const range = { start: { line: to, character: 60 }, end: { line: from, character: 50 } }
      editor.type([{ range, newText: '9' }])
      expect(await editor.service.diagnostics(editor.uri)).toEqual(await editor.diagnosticsAnew())
    }
})

it('no part of such a file is put right while one of its requests is broken that is not judged', async () => {
  const editor = new Editor({ name: 'made.notification.json', text: MISTAKEN })
  const type = (line: number, character: number, end: number, newText: string): void =>
    editor.type([{ range: { start: { line, character }, end: { line, character: end } }, newText }])
  const isPutRight = async (): Promise<boolean> => (await editor.listed(3)).length > 0

  expect(await isPutRight()).toBe(true)
  type(500, 2, 2, 'x')
  expect(await isPutRight()).toBe(false)
  type(510, 40, 40, '7')
  expect(await isPutRight()).toBe(false)
  type(500, 2, 3, '')
  expect(await isPutRight()).toBe(true)
})

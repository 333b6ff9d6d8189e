import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentSymbol,
  Hover,
  InlayHint,
  Position,
  Range,
} from 'vscode-languageserver'
import { indexLines } from '../document/line-index.ts'
import { findingsOfFile, lintFile } from '../lint/lint-file.ts'
import type { LintOptions } from '../lint/options.ts'
import type { DocumentStatus, InitializationOptions, Preview, RequestPlace, Verdict } from '../protocol.ts'
import { readSettings, type Settings } from '../settings.ts'
import { Documents } from './documents.ts'
import { codeActions } from './features/code-actions.ts'
import { codeLenses } from './features/code-lenses.ts'
import { complete } from './features/completion.ts'
import { toDiagnostic } from './features/diagnostics.ts'
import { hover } from './features/hover.ts'
import { inlayHints } from './features/inlay-hints.ts'
import { preview } from './features/preview.ts'
import { documentStatus } from './features/status.ts'
import { documentSymbols } from './features/symbols.ts'
import { formOf } from './form-of.ts'
import type { Host } from './host.ts'
import type { Judged } from './open-document.ts'
import { lintOptions } from './settings-in-force.ts'
import type { Occasion } from './timing/occasion.ts'

/** The languages that VS Code and others validate as JSON themselves. */
const JSON_LANGUAGES: ReadonlySet<string> = new Set(['json', 'jsonc'])

const NAMELESS = 'request.notification.json'

/**
 * Everything the language server can do, without a connection: one method a question, answered from documents that
 * are kept judged.
 */
export class Service {
  readonly documents: Documents
  readonly #host: Host
  #initialization: InitializationOptions = {}
  #locale: string | undefined
  #settings: Settings = readSettings(undefined)
  #options: LintOptions = lintOptions(this.#settings, undefined)
  #configuration = 0

  constructor(host: Host) {
    this.#host = host
    this.documents = new Documents(host)
  }

  initialize(initialization: InitializationOptions, locale: string | undefined): void {
    this.#initialization = initialization
    this.#locale = locale
    this.configure(initialization.settings)
  }

  /** Takes over settings: everything is judged anew. */
  configure(settings: unknown): void {
    this.#settings = readSettings(settings)
    this.#options = lintOptions(this.#settings, this.#locale)
    this.#configuration++
  }

  /** What has to differ before a document's diagnostics can. */
  resultId(uri: string): string {
    return `${this.#configuration}.${this.documents.get(uri)?.version ?? 0}`
  }

  #occasion(): Occasion {
    return { language: this.#options.language, environment: this.#settings.environment, time: this.#host.time() }
  }

  async #judged(uri: string): Promise<Judged | undefined> {
    return this.#settings.enable ? this.documents.get(uri)?.judged(this.#options) : undefined
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const judged = await this.#judged(uri)
    if (!judged) return []
    const { findings, lines, text } = judged
    const tellsTwice = this.#initialization.validatesJson === true && JSON_LANGUAGES.has(text.languageId)
    return findings
      .filter(({ isOfJson }) => !(tellsTwice && isOfJson))
      .map((one) => toDiagnostic(one, uri, lines, this.#initialization.rulePages))
  }

  /** The diagnostics of a file that is not open. */
  diagnosticsOfFile(uri: string, text: string): Diagnostic[] {
    const form = this.#settings.enable ? formOf(uri) : undefined
    if (!form) return []
    const lines = indexLines(text)
    const findings = findingsOfFile(lintFile(text, form, this.#options))
    return findings.map((one) => toDiagnostic(one, uri, lines, this.#initialization.rulePages))
  }

  async status(uri: string): Promise<DocumentStatus | undefined> {
    const judged = await this.#judged(uri)
    return judged && documentStatus(judged)
  }

  async codeActions(params: CodeActionParams): Promise<CodeAction[]> {
    const judged = await this.#judged(params.textDocument.uri)
    return judged ? codeActions(judged, params, this.#options) : []
  }

  async hover(uri: string, position: Position): Promise<Hover | undefined> {
    const judged = await this.#judged(uri)
    return judged && hover(judged, position, this.#occasion())
  }

  async complete(uri: string, position: Position): Promise<CompletionItem[]> {
    const judged = await this.#judged(uri)
    return judged ? complete(judged, position) : []
  }

  async inlayHints(uri: string, range: Range): Promise<InlayHint[]> {
    const judged = this.#settings.inlayHints ? await this.#judged(uri) : undefined
    return judged ? inlayHints(judged, range) : []
  }

  async codeLenses(uri: string): Promise<CodeLens[]> {
    const wanted = this.#settings.codeLens && this.#initialization.commands === true
    const judged = wanted ? await this.#judged(uri) : undefined
    return judged ? codeLenses(judged, this.#options.language) : []
  }

  async symbols(uri: string): Promise<DocumentSymbol[]> {
    const judged = await this.#judged(uri)
    return judged ? documentSymbols(judged) : []
  }

  async preview({ uri, line }: RequestPlace): Promise<Preview | undefined> {
    const judged = await this.#judged(uri)
    return judged && preview(judged, line, this.#occasion())
  }

  /** The verdict on a text that is in no file: what the editor would say of a file with a promising name. */
  validate(text: string): readonly Verdict[] {
    const form = formOf(NAMELESS)
    if (!form) return []
    const lines = indexLines(text)
    return findingsOfFile(lintFile(text, form, this.#options)).map(
      ({ code, severity, message, pointer, start, end }) => ({
        code,
        severity,
        message,
        pointer,
        range: { start: lines.positionAt(start), end: lines.positionAt(end) },
      }),
    )
  }
}

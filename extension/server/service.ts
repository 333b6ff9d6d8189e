import type {
  CodeAction,
  CodeActionParams,
  CodeLens,
  CompletionItem,
  Diagnostic,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Position,
  Range,
  SelectionRange,
} from 'vscode-languageserver'
import { indexLines } from '../document/line-index.ts'
import { findingsOfFile, lintFile } from '../lint/lint-file.ts'
import type { DocumentStatus, InitializationOptions, Preview, RequestPlace, Verdict } from '../protocol.ts'
import { configDiagnostics } from './configuration/config-diagnostics.ts'
import { isConfigFile } from './configuration/config-files.ts'
import { Configuration } from './configuration/configuration.ts'
import type { SettingsInForce } from './configuration/settings-in-force.ts'
import { Documents } from './documents.ts'
import { codeActions } from './features/code-actions.ts'
import { codeLenses } from './features/code-lenses.ts'
import { complete } from './features/completion.ts'
import { notUtf8, toDiagnostics } from './features/diagnostics.ts'
import { documentLinks } from './features/document-links.ts'
import { readDeferred, withEdits } from './features/fix-all.ts'
import { foldingRanges } from './features/folding-ranges.ts'
import { hover } from './features/hover.ts'
import { inlayHints } from './features/inlay-hints.ts'
import { preview } from './features/preview.ts'
import { selectionRanges } from './features/selection-ranges.ts'
import { documentStatus, NO_STATUS } from './features/status.ts'
import { documentSymbols } from './features/symbols.ts'
import { formOf } from './form-of.ts'
import { type FileText, type Host, NOT_UTF8 } from './host.ts'
import type { LintedDocument } from './open-document.ts'
import { type PreviewContext, windowsOf } from './timing/preview-context.ts'

/** The languages that VS Code and others validate and outline as JSON themselves. */
const JSON_LANGUAGES: ReadonlySet<string> = new Set(['json', 'jsonc'])

const NAMELESS = 'request.notification.json'

/** A document as it stands, with its settings. */
type JudgedDocument = SettingsInForce & { readonly judged: LintedDocument }

/**
 * Everything the language server can do, without a connection: one method a question, answered from documents that
 * are kept judged.
 */
export class Service {
  readonly documents: Documents
  readonly configuration = new Configuration()
  readonly #host: Host
  #initialization: InitializationOptions = {}

  constructor(host: Host) {
    this.#host = host
    this.documents = new Documents(host)
  }

  initialize(initialization: InitializationOptions, locale: string | undefined): void {
    this.#initialization = initialization
    this.configuration.initialize(initialization.settings, locale)
  }

  /** What has to differ before a document's diagnostics can. */
  resultId(uri: string): string {
    const document = this.documents.get(uri)
    return `${this.configuration.revision}.${document?.number ?? 0}.${document?.version ?? 0}`
  }

  /**
   * A document as it stands, with its settings; `undefined` where it is not open, or not to be checked. Where settings
   * change meanwhile it is judged anew: what was begun first may end last, and would be what is told.
   */
  async #judged(uri: string): Promise<JudgedDocument | undefined> {
    const document = this.documents.get(uri)
    if (!document || isConfigFile(uri)) return undefined
    const { revision } = this.configuration
    const inForce = await this.configuration.of(uri)
    const judged = inForce.settings.enable ? await document.judged(inForce.options) : undefined
    if (revision !== this.configuration.revision) return this.#judged(uri)
    return judged && { ...inForce, judged }
  }

  #context({ settings, options }: SettingsInForce): PreviewContext {
    return {
      language: options.language,
      environment: settings.environment,
      windows: windowsOf(settings),
      time: this.#host.time(),
    }
  }

  async diagnostics(uri: string): Promise<Diagnostic[]> {
    const document = this.documents.get(uri)
    if (document && isConfigFile(uri)) return configDiagnostics(document.text.getText())
    const found = await this.#judged(uri)
    if (!found) return []
    const { findings, lines, text } = found.judged
    const tellsTwice = this.#initialization.validatesJson === true && JSON_LANGUAGES.has(text.languageId)
    const pages = this.#rulePages(found)
    const ours = findings.filter(({ isOfJson }) => !(tellsTwice && isOfJson))
    return toDiagnostics(ours, { uri, lines, rulePages: pages, language: found.options.language })
  }

  /** The diagnostics of a file that is not open. */
  async diagnosticsOfFile(uri: string, text: FileText): Promise<Diagnostic[]> {
    if (text === NOT_UTF8) return [notUtf8((await this.configuration.of(uri)).options.language)]
    if (isConfigFile(uri)) return configDiagnostics(text)
    const inForce = await this.configuration.of(uri)
    const form = inForce.settings.enable ? formOf(uri) : undefined
    if (!form) return []
    const lines = indexLines(text)
    const findings = findingsOfFile(lintFile(text, form, inForce.options))
    const diagnostics = toDiagnostics(findings, {
      uri,
      lines,
      rulePages: this.#rulePages(inForce),
      language: inForce.options.language,
    })
    const { codec } = this.documents
    if (codec.encoding === 'utf-16') return diagnostics
    const written = text.split(/\r\n?|\n/)
    return codec.encode(diagnostics, (line) => written[line] ?? '')
  }

  /** The folder of the rules' pages in the language of the messages: English ones lie at its top. */
  #rulePages({ options: { language } }: SettingsInForce): string | undefined {
    const { rulePages } = this.#initialization
    return rulePages === undefined || language === 'en' ? rulePages : `${rulePages}${language}/`
  }

  /** What there is to say of a document as a whole; `undefined` for one that is not open. */
  async status(uri: string): Promise<DocumentStatus | undefined> {
    if (!this.documents.get(uri)) return undefined
    const found = await this.#judged(uri)
    return found ? documentStatus(found.judged) : { uri, ...NO_STATUS }
  }

  async codeActions(params: CodeActionParams, defersEdits = false): Promise<CodeAction[]> {
    const found = await this.#judged(params.textDocument.uri)
    return found ? codeActions(found.judged, params, found.options, defersEdits) : []
  }

  /** A code action with the edits that it was listed without. */
  async resolve(action: CodeAction): Promise<CodeAction> {
    const deferred = readDeferred(action)
    const found = deferred && (await this.#judged(deferred.uri))
    return found ? withEdits(action, deferred, found.judged, found.options) : action
  }

  async hover(uri: string, position: Position): Promise<Hover | undefined> {
    const found = await this.#judged(uri)
    return found && hover(found.judged, position, this.#context(found))
  }

  async complete(uri: string, position: Position, snippets = false): Promise<CompletionItem[]> {
    const found = await this.#judged(uri)
    return found ? complete(found.judged, position, { snippets, language: found.options.language }) : []
  }

  async inlayHints(uri: string, range: Range): Promise<InlayHint[]> {
    const found = await this.#judged(uri)
    return found?.settings.inlayHints ? inlayHints(found.judged, range) : []
  }

  async codeLenses(uri: string): Promise<CodeLens[]> {
    const found = this.#initialization.commands === true ? await this.#judged(uri) : undefined
    return found?.settings.codeLens ? codeLenses(found.judged, found.options.language) : []
  }

  async symbols(uri: string): Promise<DocumentSymbol[]> {
    const language = this.documents.get(uri)?.text.languageId ?? ''
    if (this.#initialization.outlinesJson === true && JSON_LANGUAGES.has(language)) return []
    const found = await this.#judged(uri)
    return found ? documentSymbols(found.judged) : []
  }

  async documentLinks(uri: string): Promise<DocumentLink[]> {
    const found = await this.#judged(uri)
    return found ? documentLinks(found.judged, found.options.language) : []
  }

  async foldingRanges(uri: string): Promise<FoldingRange[]> {
    const found = await this.#judged(uri)
    return found ? foldingRanges(found.judged) : []
  }

  async selectionRanges(uri: string, positions: readonly Position[]): Promise<SelectionRange[]> {
    const found = await this.#judged(uri)
    return found ? selectionRanges(found.judged, positions) : []
  }

  async preview(place: RequestPlace): Promise<Preview | undefined> {
    const found = await this.#judged(place.uri)
    return found && preview(found.judged, place, this.#context(found))
  }

  /** The verdict on a text that is in no file: what the editor would say of a file with a promising name. */
  validate(text: string): readonly Verdict[] {
    const form = formOf(NAMELESS)
    if (!form) return []
    const lines = indexLines(text)
    return findingsOfFile(lintFile(text, form, this.configuration.general().options)).map(
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

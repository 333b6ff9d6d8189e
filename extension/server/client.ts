import type { ClientCapabilities, InitializeParams } from 'vscode-languageserver'
import * as z from 'zod'
import type { InitializationOptions } from '../protocol.ts'
import { chooseEncoding, type PositionEncoding } from './position-codec.ts'

const Options = z
  .object({
    rulePages: z.string().optional().catch(undefined),
    commands: z.boolean().optional().catch(undefined),
    files: z.boolean().optional().catch(undefined),
    validatesJson: z.boolean().optional().catch(undefined),
    outlinesJson: z.boolean().optional().catch(undefined),
    settings: z.unknown().optional(),
  })
  .catch({ settings: undefined })

/** What a client is and can do, as far as the server has to know. */
export type EditorClient = {
  readonly initialization: InitializationOptions
  readonly locale: string | undefined
  readonly positionEncoding: PositionEncoding
  /** It asks for diagnostics; otherwise they are sent to it. */
  readonly pulls: boolean
  readonly canBeAskedForSettings: boolean
  readonly canRefreshDiagnostics: boolean
  readonly canRefreshInlayHints: boolean
  readonly canRefreshCodeLenses: boolean
  /** It tells when workspace folders come and go. */
  readonly hasFolders: boolean
  readonly canWatchFiles: boolean
  /** It asks for the edits of a code action when the action is chosen. */
  readonly defersEdits: boolean
  /** It knows snippets: texts with places to jump to. */
  readonly knowsSnippets: boolean
  readonly folders: readonly string[]
}

function defersEdits({ textDocument }: ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {}
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true
}

/** Reads what a client says of itself. */
export function readClient(params: InitializeParams): EditorClient {
  const { capabilities, locale, initializationOptions, workspaceFolders } = params
  const { rulePages, commands, files, validatesJson, outlinesJson, settings } = Options.parse(initializationOptions)
  return {
    initialization: {
      settings,
      ...(rulePages !== undefined && { rulePages }),
      ...(commands !== undefined && { commands }),
      ...(files !== undefined && { files }),
      ...(validatesJson !== undefined && { validatesJson }),
      ...(outlinesJson !== undefined && { outlinesJson }),
    },
    locale,
    positionEncoding: chooseEncoding(capabilities.general?.positionEncodings),
    pulls: capabilities.textDocument?.diagnostic !== undefined,
    canBeAskedForSettings: capabilities.workspace?.configuration === true,
    canRefreshDiagnostics: capabilities.workspace?.diagnostics?.refreshSupport === true,
    canRefreshInlayHints: capabilities.workspace?.inlayHint?.refreshSupport === true,
    canRefreshCodeLenses: capabilities.workspace?.codeLens?.refreshSupport === true,
    hasFolders: capabilities.workspace?.workspaceFolders === true,
    canWatchFiles: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    defersEdits: defersEdits(capabilities),
    knowsSnippets: capabilities.textDocument?.completion?.completionItem?.snippetSupport === true,
    folders: workspaceFolders?.map(({ uri }) => uri) ?? [],
  }
}

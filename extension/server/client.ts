import type { InitializeParams } from 'vscode-languageserver'
import * as z from 'zod'
import type { InitializationOptions } from '../protocol.ts'

const Options = z
  .object({
    rulePages: z.string().optional().catch(undefined),
    commands: z.boolean().optional().catch(undefined),
    files: z.boolean().optional().catch(undefined),
    validatesJson: z.boolean().optional().catch(undefined),
    settings: z.unknown().optional(),
  })
  .catch({ settings: undefined })

/** What a client is and can do, as far as the server has to know. */
export type Client = {
  readonly initialization: InitializationOptions
  readonly locale: string | undefined
  /** It asks for diagnostics; otherwise they are sent to it. */
  readonly pulls: boolean
  readonly canBeAskedForSettings: boolean
  readonly canRefreshDiagnostics: boolean
  readonly canRefreshInlayHints: boolean
  readonly canWatchFiles: boolean
  readonly folders: readonly string[]
}

/** Reads what a client says of itself. */
export function readClient(params: InitializeParams): Client {
  const { capabilities, locale, initializationOptions, workspaceFolders } = params
  const { rulePages, commands, files, validatesJson, settings } = Options.parse(initializationOptions)
  return {
    initialization: {
      settings,
      ...(rulePages !== undefined && { rulePages }),
      ...(commands !== undefined && { commands }),
      ...(files !== undefined && { files }),
      ...(validatesJson !== undefined && { validatesJson }),
    },
    locale,
    pulls: capabilities.textDocument?.diagnostic !== undefined,
    canBeAskedForSettings: capabilities.workspace?.configuration === true,
    canRefreshDiagnostics: capabilities.workspace?.diagnostics?.refreshSupport === true,
    canRefreshInlayHints: capabilities.workspace?.inlayHint?.refreshSupport === true,
    canWatchFiles: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    folders: workspaceFolders?.map(({ uri }) => uri) ?? [],
  }
}

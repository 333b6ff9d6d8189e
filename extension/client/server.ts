import * as vscode from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import type { InitializationOptions } from '../protocol.ts'
import { answerFiles } from './files.ts'
import { isRulePage, RULE_PAGES } from './rule-pages.ts'
import { SELECTOR } from './selector.ts'

/** Only a Node host has this; a worker in a browser has not. */
const inNode = (): boolean => 'process' in globalThis && !('importScripts' in globalThis)

async function create(context: vscode.ExtensionContext, options: LanguageClientOptions): Promise<BaseLanguageClient> {
  if (inNode()) return (await import('./start-in-node.ts')).createInNode(context, options)
  return (await import('./start-in-browser.ts')).createInBrowser(context, options)
}

/** The language server, started when it is first needed. */
export class Server {
  readonly #context: vscode.ExtensionContext
  readonly #onStart: (client: BaseLanguageClient) => void
  #client: Promise<BaseLanguageClient> | undefined

  constructor(context: vscode.ExtensionContext, onStart: (client: BaseLanguageClient) => void) {
    this.#context = context
    this.#onStart = onStart
  }

  /** Whether it runs, or is about to. */
  get started(): boolean {
    return this.#client !== undefined
  }

  /** The running server. */
  ready(): Promise<BaseLanguageClient> {
    this.#client ??= this.#start()
    return this.#client
  }

  async #start(): Promise<BaseLanguageClient> {
    const initializationOptions: InitializationOptions = {
      rulePages: RULE_PAGES,
      commands: true,
      files: true,
      validatesJson: vscode.workspace.getConfiguration('json').get('validate.enable') !== false,
      outlinesJson: true,
      settings: vscode.workspace.getConfiguration('straks'),
    }
    const client = await create(this.#context, {
      documentSelector: SELECTOR,
      initializationOptions,
      middleware: { didOpen: async (document, open) => (isRulePage(document) ? undefined : open(document)) },
    })
    answerFiles(client)
    this.#onStart(client)
    await client.start()
    return client
  }

  async stop(): Promise<void> {
    const client = await this.#client
    this.#client = undefined
    await client?.dispose()
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.ready()
  }
}

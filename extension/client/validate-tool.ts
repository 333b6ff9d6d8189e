import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { VALIDATE_REQUEST, type Verdict } from '../protocol.ts'

/** Gives a language model the judge's verdict on a request that it has written. */
export const validateTool = (
  ready: () => Promise<BaseLanguageClient>,
): vscode.LanguageModelTool<{ readonly request: string }> => ({
  async invoke({ input }) {
    const client = await ready()
    const verdicts = await client.sendRequest<readonly Verdict[]>(VALIDATE_REQUEST, { text: input.request })
    return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(JSON.stringify(verdicts))])
  },
})

import * as vscode from 'vscode'

/** The scheme of the rules' pages: they lie in one file, so they have no addresses of their own. */
const SCHEME = 'straks-rules'

/** Whether a document is a page: what it shows as wrong is no mistake of the reader's. */
export const isRulePage = ({ uri }: Pick<vscode.TextDocument, 'uri'>): boolean => uri.scheme === SCHEME

/** What the address of each page begins with. */
export const RULE_PAGES = `${SCHEME}:/`

/** The pages by their path; none where the file has been damaged. */
function readPages(text: string): ReadonlyMap<string, string> {
  const pages: unknown = JSON.parse(text)
  const entries = Object.entries(typeof pages === 'object' && pages !== null ? pages : {})
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

/** Shows the pages that the codes of findings link to. The file is read when the first is asked for. */
export function showRulePages(extension: vscode.Uri): vscode.Disposable {
  let pages: Promise<ReadonlyMap<string, string>> | undefined
  const read = async () => {
    const file = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'dist/rules.json'))
    return readPages(new TextDecoder().decode(file))
  }
  return vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: async ({ path }) => {
      pages ??= read()
      return (await pages).get(path.slice(1))
    },
  })
}

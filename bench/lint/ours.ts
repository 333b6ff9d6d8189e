import { clearAwayAlone } from '../../extension/server/node-flags.ts'
import { Service } from '../../extension/server/service.ts'
import type { Linter } from './linter.ts'
import { judgeWorst } from './worst.ts'

const NAME = 'file:///orders.notification.json'

clearAwayAlone()

const service = new Service({ rest: () => Promise.resolve(), now: () => performance.now(), time: () => Date.now() })
let version = 0

const diagnosed = async (): Promise<number> => (await service.diagnostics(NAME)).length

async function open(text: string): Promise<number> {
  service.documents.close(NAME)
  service.documents.open({ uri: NAME, languageId: 'json', version: ++version, text })
  return diagnosed()
}

/** The language server's own service, all rules on. It tells a thousand mistakes of a file, so the worst is judged as for its repair. */
export const ours: Linter = {
  full: open,
  worst: (text) => Promise.resolve(judgeWorst(text).length),
  async open(text) {
    await open(text)
    return (line, character, digit) => {
      const at = { line, character }
      service.documents.change(NAME, ++version, [{ range: { start: at, end: at }, text: digit }])
      return diagnosed()
    }
  },
}

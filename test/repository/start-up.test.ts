import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { ROOT } from '../../scripts/run.ts'

const run = promisify(execFile)

/** What the Worker does before its first answer, where everything that formats for a language refuses to. */
const START = `
const refuse = () => { throw new Error('A formatter was made') }
for (const name of ['Collator', 'DateTimeFormat', 'NumberFormat', 'PluralRules']) Intl[name] = refuse
for (const { prototype } of [Number, Date, Array]) prototype.toLocaleString = refuse
String.prototype.localeCompare = refuse
await import('./worker/api/routes.ts')
await import('./worker/providers/registry.ts')
const { Settings } = await import('./worker/platform/config.ts')
const { parseSendWindow } = await import('./worker/domain/send-window.ts')
Settings.shape.SMS_WINDOW.parse('09:00-17:00')
Settings.shape.SMS_WINDOW_TIME_ZONE.parse('Europe/Oslo')
if (!parseSendWindow('09:00-17:00', 'Europe/Oslo')) throw new Error('The window was not read')
console.log('started')
`

// The first formatter of a process reads tables of all languages, which takes longer than all of our own code's start.
it('the Worker starts without a formatter', async () => {
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', START], { cwd: ROOT })
  expect(stdout).toBe('started\n')
})

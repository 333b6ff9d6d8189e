import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { built, neovim, whereMissing } from './support/editors.ts'
import { terminalFindings } from './support/terminal.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const FILE = here('workspace/engangskode.notification.json')

describe.skipIf(whereMissing({ neovim }))('in Neovim', () => {
  it('the diagnostics are those of the terminal', async () => {
    const home = await mkdtemp(join(tmpdir(), 'nvim-'))
    const places = { XDG_STATE_HOME: home, XDG_DATA_HOME: home, XDG_CACHE_HOME: home, XDG_CONFIG_HOME: home }
    const env = { ...process.env, ...places, STRAKS_NODE: process.execPath, STRAKS_SERVER: built.server }
    const script = ['--headless', '--clean', '-n', FILE, '-c', `luafile ${here('neovim.lua')}`]
    const { stdout } = await promisify(execFile)(neovim ?? 'nvim', script, { env, timeout: 55_000 })
    await rm(home, { recursive: true, force: true })
    const said: unknown = JSON.parse(stdout)
    expect(said).toEqual(await terminalFindings(FILE))
  })
})

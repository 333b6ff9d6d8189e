import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { codeServer } from './editors.ts'

/** Settings under which nothing pops up, moves or asks the outside world. */
const QUIET = {
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'editor.fontSize': 13,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'remote.autoForwardPorts': false,
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'workbench.enableExperiments': false,
  'workbench.layoutControl.enabled': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
}

const STARTED = /listening on (http:\/\/127\.0\.0\.1:\d+)/
const START_TIMEOUT_MS = 60_000
const GRACE_MS = 3_000

/** Variables of a VS Code that this may be run from must not reach the one under test. */
const foreign = (name: string): boolean => name.startsWith('VSCODE_')

/** A VS Code workbench of its own: its own home, its own copy of a workspace, one extension. */
export class CodeServer {
  readonly folder: string
  readonly #root: string
  readonly #process: ChildProcess
  readonly #address: string

  private constructor(root: string, child: ChildProcess, address: string) {
    this.#root = root
    this.folder = join(root, 'work')
    this.#process = child
    this.#address = address
  }

  static async start(workspace: string, vsix: string, port: number, settings: object): Promise<CodeServer> {
    if (!codeServer) throw new Error('code-server is not installed')
    const { node, entry } = codeServer
    const root = await mkdtemp(join(tmpdir(), 'st-'))
    const own = { HOME: root, TMPDIR: root, XDG_CONFIG_HOME: root, XDG_DATA_HOME: root, EXTENSIONS_GALLERY: '{}' }
    const inherited = Object.entries(process.env).filter(([name]) => !foreign(name))
    const env = { ...Object.fromEntries(inherited), ...own }
    await mkdir(join(root, 'user/User'), { recursive: true })
    await writeFile(join(root, 'user/User/settings.json'), JSON.stringify(QUIET))
    // Settings that belong to a machine are not taken from a user's.
    await mkdir(join(root, 'user/Machine'), { recursive: true })
    await writeFile(join(root, 'user/Machine/settings.json'), JSON.stringify(settings))
    await cp(workspace, join(root, 'work'), { recursive: true })
    const places = [
      '--user-data-dir',
      join(root, 'user'),
      '--extensions-dir',
      join(root, 'extensions'),
      '--config',
      join(root, 'c.yaml'),
    ]
    await promisify(execFile)(node, [entry, ...places, '--install-extension', vsix], { env })
    const flags = [
      '--auth',
      'none',
      '--bind-addr',
      `127.0.0.1:${port}`,
      '--disable-telemetry',
      '--disable-update-check',
    ]
    const more = ['--disable-workspace-trust', '--disable-getting-started-override']
    // A group of its own: its hosts and watchers outlive it unless they are all told to go.
    const child = spawn(node, [entry, ...places, ...flags, ...more], {
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    return new CodeServer(root, child, await addressOf(child))
  }

  /** The workbench with a file open. */
  open(file: string): string {
    const authority = new URL(this.#address).host
    const payload = [['openFile', `vscode-remote://${authority}${join(this.folder, file)}`]]
    const query = new URLSearchParams({ folder: this.folder, payload: JSON.stringify(payload) })
    return `${this.#address}/?${query}`
  }

  async stop(): Promise<void> {
    const gone = once(this.#process, 'exit')
    killGroup(this.#process, 'SIGTERM')
    await Promise.race([gone, setTimeout(GRACE_MS)])
    killGroup(this.#process, 'SIGKILL')
    await rm(this.#root, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
}

function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal)
  } catch {
    // The group is gone already.
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      said += chunk
      const address = STARTED.exec(said)?.[1]
      if (address !== undefined) resolve(address)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => reject(new Error(`code-server ended with ${code}\n${said}`)))
    AbortSignal.timeout(START_TIMEOUT_MS).addEventListener('abort', () => reject(new Error(`no address\n${said}`)))
  })
}

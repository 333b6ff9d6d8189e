import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** What to start, and where its output goes. A file, as in production: a pipe would cost the load generator. */
type Command = {
  readonly file: string
  readonly arguments: readonly string[]
  readonly logPath: string
  readonly folder?: string
  readonly environment?: Readonly<Record<string, string>>
}

const STOPPING_MS = 5_000

/** A process that this run started, in a group of its own so that none of its children outlives it. */
export class Server {
  readonly #child: ChildProcess
  readonly #command: Command

  private constructor(child: ChildProcess, command: Command) {
    this.#child = child
    this.#command = command
  }

  static start(command: Command): Server {
    const log = openSync(command.logPath, 'a')
    const child = spawn(command.file, command.arguments, {
      detached: true,
      cwd: command.folder,
      stdio: ['ignore', log, log],
      env: { ...process.env, ...command.environment },
    })
    closeSync(log)
    const server = new Server(child, command)
    child.once('error', () => undefined)
    running.add(server)
    return server
  }

  get id(): number {
    return this.#child.pid ?? Number.NaN
  }

  /** Throws, with the place of its output, if the process has ended by itself. */
  assertRunning(): void {
    if (this.#child.pid === undefined || this.#child.exitCode !== null)
      throw new Error(`${this.#command.file} ended by itself; its output is in ${this.#command.logPath}`)
  }

  /** Ends the whole group, by force if it must. */
  async stop(): Promise<void> {
    running.delete(this)
    if (this.#child.pid === undefined || this.#child.exitCode !== null || this.#child.signalCode !== null) return
    const ended = once(this.#child, 'exit')
    this.signal('SIGTERM')
    await Promise.race([ended, wait(STOPPING_MS, undefined, { ref: false })])
    this.signal('SIGKILL')
    await ended
  }

  signal(signal: NodeJS.Signals): void {
    try {
      process.kill(-this.id, signal)
    } catch {
      // The group is gone already.
    }
  }
}

const running = new Set<Server>()

/** Ends what is still running, for when the run itself is ended. */
export function killAll(): void {
  for (const server of running) server.signal('SIGKILL')
}

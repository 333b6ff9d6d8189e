import type { DevServer } from '../../support/dev-server.ts'

/** How exactly the time of a line is known. */
const LOOKS_EVERY_MS = 25

const LINE = /\{"level":"[^\n]*\}/g

/** A line of the service's log, and when it was there. */
export type SeenLine = {
  readonly atMs: number
  readonly event: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** Reads along what a service prints. */
export class LogWatch {
  readonly lines: SeenLine[] = []
  readonly #server: Pick<DevServer, 'output'>
  readonly #timer = setInterval(() => this.#look(), LOOKS_EVERY_MS)
  #read: number

  constructor(server: Pick<DevServer, 'output'>) {
    this.#server = server
    this.#read = server.output().length
  }

  of(event: string, provider: string): readonly SeenLine[] {
    return this.lines.filter((line) => line.event === event && line.fields.provider === provider)
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #look(): void {
    const output = this.#server.output()
    const end = output.lastIndexOf('\n') + 1
    const fresh = output.slice(this.#read, end)
    this.#read = Math.max(end, this.#read)
    for (const [text] of fresh.matchAll(LINE)) {
      const fields: Record<string, unknown> = JSON.parse(text)
      this.lines.push({ atMs: Date.now(), event: String(fields.event), fields })
    }
  }
}

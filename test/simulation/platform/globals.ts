import { createCipheriv, createHash, createHmac } from 'node:crypto'
import type { Machine } from './machine.ts'
import { currentProcess } from './process.ts'
import { Random } from './random.ts'

/** The world outside, asked over HTTP. */
export type Internet = (url: string, init: { readonly method?: string; readonly body?: string }) => Promise<Response>

const define = (name: string, value: unknown, of: object = globalThis) =>
  Object.defineProperty(of, name, { value, configurable: true, writable: true })

const bufferOf = (bytes: Uint8Array) => Uint8Array.from(bytes).buffer

/** The parts of Web Crypto that the Worker's core uses, answered at once: threads would make every run another. */
const subtle = {
  digest: async (_: string, bytes: Uint8Array) => bufferOf(createHash('sha256').update(bytes).digest()),
  importKey: async (_: string, raw: Uint8Array) => raw,
  sign: async (_: string, key: Uint8Array, bytes: Uint8Array) =>
    bufferOf(createHmac('sha256', key).update(bytes).digest()),
  encrypt: async ({ iv }: { readonly iv: Uint8Array }, key: Uint8Array, bytes: Uint8Array) => {
    const cipher = createCipheriv('aes-256-gcm', key, iv)
    return bufferOf(Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()]))
  },
}

function uuidOf(bytes: Uint8Array): string {
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const digits = Buffer.from(bytes).toString('hex')
  return [8, 12, 16, 20, 32].map((end, index) => digits.slice([0, 8, 12, 16, 20][index], end)).join('-')
}

/**
 * Puts time, chance, log and network of this process of Node into the hands of a machine. To be done once, in a process
 * that does nothing else; `machineNow` gives the machine of the history that runs.
 */
export function installGlobals(machineNow: () => Machine, internet: () => Internet): void {
  const idle = new Random(0)
  const RealDate = Date
  const now = () => machineNow().timeline.clockMs
  class SimulatedDate extends RealDate {
    constructor(...parts: ConstructorParameters<typeof Date> | []) {
      if (parts.length === 0) super(now())
      else super(...parts)
    }
    static override now = now
  }
  define('Date', SimulatedDate)
  define('random', () => machineNow().random.fraction(), Math)
  define('setTimeout', (work: () => void, ms: number) => machineNow().timeline.after(ms, currentProcess(), work))
  define('clearTimeout', (planned: { isCancelled: boolean } | null | undefined) => {
    if (planned) planned.isCancelled = true
  })
  define('scheduler', {
    wait: (ms: number) => new Promise<void>((resolve) => machineNow().timeline.after(ms, currentProcess(), resolve)),
  })
  define('crypto', {
    subtle,
    randomUUID: () => uuidOf(machineNow().random.bytes(16)),
    // What is drawn here may be kept for the next history: it must decide nothing, and take nothing from the others.
    getRandomValues: (array: Uint8Array) => {
      array.set(idle.bytes(array.length))
      return array
    },
  })
  define(
    'timeout',
    (ms: number) => {
      const controller = new AbortController()
      machineNow().timeline.after(ms, currentProcess(), () => controller.abort())
      return controller.signal
    },
    AbortSignal,
  )
  define('fetch', (url: string, init: Parameters<Internet>[1] & { readonly signal?: AbortSignal }) =>
    Promise.race([
      machineNow().step(() => internet()(url, init)),
      new Promise((_, reject) => init.signal?.addEventListener('abort', () => reject(new Error('aborted')))),
    ]),
  )
  for (const level of ['info', 'log', 'warn', 'error', 'debug'])
    define(level, (line: unknown) => machineNow().onText(String(line)), console)
}

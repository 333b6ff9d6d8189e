/** A bearer token, or a function that gives one whenever a request needs it. */
export type TokenSource = string | (() => string | Promise<string>)

/** What {@link createClient} takes. */
export type ClientOptions = {
  /** Where the API is, without its path: `https://platform.altinn.no`, `http://127.0.0.1:8787`. */
  readonly baseUrl: string
  readonly token: TokenSource
  /** The language of problems and findings: `nb`, `nn` or `en`. Left out: English. */
  readonly language?: 'en' | 'nb' | 'nn'
  /** How long one attempt may take, in milliseconds. Left out: 10 000. */
  readonly timeoutMs?: number
  /** How often a request is tried in all. Left out: 5. */
  readonly maxAttempts?: number
  /** The first pause between attempts, in milliseconds; each next one is twice as long. Left out: 250. */
  readonly firstPauseMs?: number
  /**
   * The longest pause between attempts, in milliseconds. Where the server asks for more (`Retry-After`), its refusal is thrown
   * at once. Left out: 20 000.
   */
  readonly longestPauseMs?: number
  /** Looks at a request before it is sent. What it returns is thrown as a {@link JudgedError}, and nothing is sent. */
  readonly judge?: Judge
  /** Replaces the platform's `fetch`. */
  readonly fetch?: typeof fetch
  /** Replaces the platform's clock and chance, for tests. */
  readonly clock?: Clock
}

/** What is wrong with a request that has not been sent; empty where it may be. */
export type Judge = (operation: string, body: unknown) => readonly JudgedFinding[] | Promise<readonly JudgedFinding[]>

/** One thing that is wrong with a request: a rule, where it was broken, and the message. */
export type JudgedFinding = { readonly code: string; readonly pointer: string; readonly message: string }

/** Time and chance. */
export type Clock = {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** From 0 up to 1. */
  readonly random: () => number
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

/** The options with their defaults. */
export type ClientSettings = Required<Omit<ClientOptions, 'judge'>> & Pick<ClientOptions, 'judge'>

function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}

const PLATFORM_CLOCK: Clock = { now: () => Date.now(), random: () => Math.random(), wait }

/** Fills in what was left out. An option that is there and `undefined`, as an unset variable makes it, is left out too. */
export const settingsOf = (options: ClientOptions): ClientSettings => ({
  token: options.token,
  baseUrl: options.baseUrl.replace(/\/+$/, ''),
  language: options.language ?? 'en',
  timeoutMs: options.timeoutMs ?? 10_000,
  maxAttempts: options.maxAttempts ?? 5,
  firstPauseMs: options.firstPauseMs ?? 250,
  longestPauseMs: options.longestPauseMs ?? 20_000,
  fetch: options.fetch ?? ((input, init) => fetch(input, init)),
  clock: options.clock ?? PLATFORM_CLOCK,
  ...(options.judge && { judge: options.judge }),
})

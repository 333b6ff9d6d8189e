import { ErrorCodes, ResponseError } from 'vscode-languageserver'

/** What a server may be asked: only to initialize at first, nothing once it has been shut down. */
export class ServerLifecycle {
  #state: 'new' | 'running' | 'shut-down' = 'new'

  /** Says that a client has begun; refuses a second one. */
  begin(): void {
    if (this.#state !== 'new') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is initialized already.')
    this.#state = 'running'
  }

  end(): void {
    this.check()
    this.#state = 'shut-down'
  }

  /** Refuses a request that comes too early or too late. */
  check(): void {
    if (this.#state === 'new') throw new ResponseError(ErrorCodes.ServerNotInitialized, 'Initialize the server first.')
    if (this.#state === 'shut-down') throw new ResponseError(ErrorCodes.InvalidRequest, 'The server is shut down.')
  }

  /** A handler that refuses what comes too early or too late. */
  serving<Arguments extends readonly unknown[], Answer>(
    handler: (...args: Arguments) => Answer,
  ): (...args: Arguments) => Answer {
    return (...args) => {
      this.check()
      return handler(...args)
    }
  }
}

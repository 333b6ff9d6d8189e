import type { Result } from '@straks/shared'
import type { Reply } from './reply.ts'

/** Why no reply came: the time was over, the connection ended, or what came is not SMTP. */
export type Loss = 'silence' | 'closed' | 'malformed'

/** A line to a mail server, as the conversation needs it. */
export type Wire = {
  /** The server's next reply. */
  receive(): Promise<Result<Reply, Loss>>
  send(text: string): Promise<Result<null, Loss>>
  /** Whether the server has said more than it was asked. */
  saysUnasked(): Promise<boolean>
  /** Goes over to TLS. What the server said in clear text beyond its last reply is not believed. */
  secure(): Result<null, Loss>
  /** Sets how long, from now on, everything may take together. */
  allow(ms: number): void
}

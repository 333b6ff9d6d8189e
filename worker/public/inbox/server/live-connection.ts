import type { InboxEvent } from '../../../providers/inbox/inbox-message.ts'
import type { Connection } from '../model/page-state.ts'

/** Often enough that no proxy takes the connection for dead. The inbox answers without waking up. */
const PING_EVERY_MS = 30_000

/** A connection that has not answered by then is gone, whatever the network says. */
const PONG_WITHIN_MS = 10_000

/** How long to wait before each further attempt; the last goes on for as long as it takes. */
const PAUSES_MS = [250, 500, 1_000, 2_000, 4_000, 8_000]

/** Attempts after which it is no hiccup any more. */
const ATTEMPTS_UNTIL_OFFLINE = 4

/** What is told of a connection, and over it. */
type Listener = {
  changed(connection: Connection): void
  told(event: InboxEvent): void
}

/**
 * Keeps a WebSocket to the inbox open for as long as the page is.
 *
 * @returns `tryNow` cuts a pause short
 */
export function keepLive(address: URL, { changed, told }: Listener): { tryNow(): void } {
  let failures = 0
  let pause: ReturnType<typeof setTimeout> | undefined

  function open() {
    pause = undefined
    const socket = new WebSocket(address)
    const heart = keepAlive(socket, lost)
    socket.addEventListener('open', () => {
      failures = 0
      changed('live')
    })
    socket.addEventListener('message', ({ data }) => {
      if (data === 'pong') heart.answered()
      else told(JSON.parse(data))
    })
    socket.addEventListener('close', lost, { once: true })

    function lost() {
      socket.removeEventListener('close', lost)
      socket.close()
      heart.stop()
      changed(failures < ATTEMPTS_UNTIL_OFFLINE && navigator.onLine ? 'reconnecting' : 'offline')
      pause = setTimeout(open, PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)])
      failures++
    }
  }

  function tryNow() {
    if (pause === undefined) return
    clearTimeout(pause)
    open()
  }

  addEventListener('online', tryNow)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && tryNow())
  open()
  return { tryNow }
}

/** Pings a socket, and says so when it stops answering: its own `close` may take minutes to come. */
function keepAlive(socket: WebSocket, lost: () => void) {
  let deadline: ReturnType<typeof setTimeout> | undefined
  const pings = setInterval(() => {
    if (socket.readyState !== WebSocket.OPEN) return
    socket.send('ping')
    deadline ??= setTimeout(lost, PONG_WITHIN_MS)
  }, PING_EVERY_MS)

  function answered() {
    clearTimeout(deadline)
    deadline = undefined
  }

  return {
    answered,
    stop() {
      clearInterval(pings)
      answered()
    },
  }
}

import { createServer } from 'node:net'

const HIGHEST_PORT = 65_535

/** What is wrong with a port to listen on, as a sentence; `undefined` where it is free. */
export async function whatIsWrongWithPort(port: string, host: string): Promise<string | undefined> {
  const number = Number(port)
  if (!/^\d+$/.test(port) || number < 1 || number > HIGHEST_PORT)
    return `--port takes a number from 1 to ${HIGHEST_PORT}, not "${port}".`
  const fault = await tryToListen(number, host)
  if (fault === undefined) return undefined
  if (fault === 'EADDRINUSE')
    return `Port ${number} is taken: something already listens at http://${host}:${number}. Stop it, or choose another: npm start -- --port ${number === HIGHEST_PORT ? number - 1 : number + 1}`
  return `Port ${number} cannot be used: ${fault}.`
}

/** Listens for a moment; resolves to the code of what prevents it. */
function tryToListen(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
}

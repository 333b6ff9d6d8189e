import { Connection } from './connection.ts'

/** Asks one question after the other, on one connection. */
export async function askEach(port: number, requests: readonly string[], status: number): Promise<void> {
  const connection = await Connection.open(port)
  try {
    for (const request of requests) {
      const answered = await connection.ask(request)
      if (answered !== status) throw new Error(`Port ${port} answered ${answered} where ${status} was due`)
    }
  } finally {
    connection.close()
  }
}

import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onFreePort } from './free-port.ts'
import { type DevServer, launch } from './launch.ts'

export type NpmStartOptions = {
  readonly vars?: Readonly<Record<string, string>>
  /** Another wrangler.toml; left out, the repository's. */
  readonly config?: string
}

/** The service as `npm start` runs it, on a port and a state of its own: wrangler bundles and watches it. */
export async function npmStart({ vars = {}, config }: NpmStartOptions = {}): Promise<DevServer> {
  const persistTo = await mkdtemp(join(tmpdir(), 'straks-'))
  return onFreePort((port) =>
    launch({
      parameters: [
        'scripts/start.ts',
        `--port=${port}`,
        '--log-level=log',
        '--inspector-port=0',
        `--persist-to=${persistTo}`,
        ...(config === undefined ? [] : [`--config=${config}`]),
        ...Object.entries(vars).map(([name, value]) => `--var=${name}:${value}`),
      ],
      env: {},
      ready: /Straks is ready at/,
      url: `http://127.0.0.1:${port}`,
      persistTo,
      forgets: true,
    }),
  )
}

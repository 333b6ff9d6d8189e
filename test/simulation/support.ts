import { spawn } from 'node:child_process'

const MAIN = new URL('main.ts', import.meta.url).pathname

/** Runs the simulator, and tells what it said and how it ended. */
export function simulate(
  ...parameters: readonly (string | number)[]
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...parameters.map(String)], { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output }))
  })
}

#!/usr/bin/env node
import process from 'node:process'
import { run } from './commands.ts'

/** Fewer readers are no reason to fail: what is read no longer, as behind `| head`, is dropped. */
function onOutputError({ code, message }: NodeJS.ErrnoException): void {
  if (code === 'EPIPE') return
  process.stderr.write(`straks: the output cannot be written (${code ?? message})\n`)
  process.exitCode = 2
}
process.stdout.on('error', onOutputError)
process.stderr.on('error', () => undefined)

const streams = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
}

void run(process.argv.slice(2), streams).then((code) => {
  process.exitCode ??= code
})

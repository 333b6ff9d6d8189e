#!/usr/bin/env node
import process from 'node:process'
import { run } from './commands.ts'

const streams = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
}

void run(process.argv.slice(2), streams).then((code) => {
  process.exitCode = code
})

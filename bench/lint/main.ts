import { timeLargeFile } from './large-file.ts'
import { timeLinter } from './time-linter.ts'

/** What can be timed, each in a process of its own: `node bench/lint/main.ts ours`. */
const SUBJECTS: Readonly<Record<string, () => Promise<unknown>>> = {
  ours: async () => timeLinter((await import('./ours.ts')).ours),
  peer: async () => timeLinter((await import('./json-language-service.ts')).jsonLanguageService),
  large: timeLargeFile,
}

// The process that started this one reads the times.
console.log(JSON.stringify(await SUBJECTS[process.argv[2] ?? '']?.()))

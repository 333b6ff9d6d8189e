import { parseArgs } from 'node:util'
import { SUBJECT_NAMES, type SubjectName } from './subjects/subject.ts'

const QUESTION_NAMES = ['provider', 'due', 'feed', 'steps', 'start-up', 'lint'] as const

/** A question that `--only` can name, beside the subjects of the throughput table. */
export type QuestionName = (typeof QUESTION_NAMES)[number]

/** What one run measures, and for how long. */
export type Options = {
  readonly seconds: number
  readonly rounds: number
  readonly connections: readonly number[]
  readonly subjects: readonly SubjectName[]
  readonly questions: readonly QuestionName[]
  /** Says what is being measured now, where a person may see it. */
  readonly progress: (what: string) => void
}

export const USAGE = `node bench/run.ts [--seconds 4] [--rounds 3] [--connections 1,32,128] [--only NAME,NAME…]
names: ${[...SUBJECT_NAMES, ...QUESTION_NAMES].join(', ')}`

function wholeNumber(text: string, what: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new Error(`${what} takes whole numbers above 0, not "${text}"`)
  return number
}

/** Reads the command line. */
export function readOptions(commandLine: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...commandLine],
    options: {
      seconds: { type: 'string', default: '4' },
      rounds: { type: 'string', default: '3' },
      connections: { type: 'string', default: '1,32,128' },
      only: { type: 'string' },
    },
  })
  const names: readonly string[] = values.only?.split(',') ?? [...SUBJECT_NAMES, ...QUESTION_NAMES]
  const subjects = SUBJECT_NAMES.filter((name) => names.includes(name))
  const questions = QUESTION_NAMES.filter((name) => names.includes(name))
  if (subjects.length + questions.length !== new Set(names).size) throw new Error(`--only takes names of the list`)
  return {
    seconds: wholeNumber(values.seconds, '--seconds'),
    rounds: wholeNumber(values.rounds, '--rounds'),
    connections: values.connections.split(',').map((count) => wholeNumber(count, '--connections')),
    subjects,
    questions,
    progress: (what) => process.stderr.write(`${what}\n`),
  }
}

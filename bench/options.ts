import { parseArgs } from 'node:util'
import { SUBJECT_NAMES, type SubjectName } from './subjects/subject.ts'

const QUESTION_NAMES = ['provider', 'storms', 'feed', 'growth', 'cost', 'steps', 'start-up', 'lint'] as const

/** A question that `--only` can name, beside the subjects of the throughput table. */
type QuestionName = (typeof QUESTION_NAMES)[number]

/** What one run measures, and for how long. */
export type Options = {
  readonly seconds: number
  readonly rounds: number
  readonly connections: readonly number[]
  /** How large storms are, and how many messages are counted, as a share of what they should be. */
  readonly scale: number
  readonly subjects: readonly SubjectName[]
  readonly questions: readonly QuestionName[]
  /** A file that the run is written to, for `docs/benchmarks.md` or a later comparison. */
  readonly recordTo: string | undefined
  /** A file with an earlier run, to be shown beside this one. */
  readonly compareWith: string | undefined
  /** Says what is being measured now, where a person may see it. */
  readonly progress: (what: string) => void
}

export const USAGE = `node bench/run.ts [--seconds 4] [--rounds 3] [--connections 1,32,128] [--scale 1] [--only NAME,NAME…] [--record FILE] [--compare FILE]
names: ${[...SUBJECT_NAMES, ...QUESTION_NAMES].join(', ')}`

function wholeNumber(text: string, what: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new Error(`${what} takes whole numbers above 0, not "${text}"`)
  return number
}

function positive(text: string, what: string): number {
  const number = Number(text)
  if (!(number > 0 && number < Number.POSITIVE_INFINITY))
    throw new Error(`${what} takes numbers above 0, not "${text}"`)
  return number
}

function share(text: string): number {
  const value = Number(text)
  if (!(value > 0 && value <= 1)) throw new Error(`--scale takes a number above 0 and up to 1, not "${text}"`)
  return value
}

/** Reads the command line. */
export function readOptions(commandLine: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...commandLine],
    options: {
      seconds: { type: 'string', default: '4' },
      rounds: { type: 'string', default: '3' },
      connections: { type: 'string', default: '1,32,128' },
      scale: { type: 'string', default: '1' },
      only: { type: 'string' },
      record: { type: 'string' },
      compare: { type: 'string' },
    },
  })
  const names: readonly string[] = values.only?.split(',') ?? [...SUBJECT_NAMES, ...QUESTION_NAMES]
  const subjects = SUBJECT_NAMES.filter((name) => names.includes(name))
  const questions = QUESTION_NAMES.filter((name) => names.includes(name))
  if (subjects.length + questions.length !== new Set(names).size) throw new Error(`--only takes names of the list`)
  return {
    seconds: positive(values.seconds, '--seconds'),
    rounds: wholeNumber(values.rounds, '--rounds'),
    connections: values.connections.split(',').map((count) => wholeNumber(count, '--connections')),
    scale: share(values.scale),
    subjects,
    questions,
    recordTo: values.record,
    compareWith: values.compare,
    progress: (what) => process.stderr.write(`${what}\n`),
  }
}

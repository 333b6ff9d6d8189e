import { describe, expect, it } from 'vitest'
import { readRecorded } from '../../../scripts/docs/api/recorded.ts'
import type { SampleRequest } from '../../../scripts/docs/api/sample-request.ts'
import { csharp, curl, java, powershell, typescript } from '../../../scripts/docs/api/samples.ts'

const HARD: SampleRequest = {
  method: 'POST',
  path: '/a',
  contentType: 'application/json',
  token: true,
  body: JSON.stringify({ text: 'It\'s "quoted", with $name$, `ticks`, a \\ and an æ\n' }, null, 2),
}

/** Every request with a body that documentation shows, and one with all that a language may take for its own. */
const requests: readonly SampleRequest[] = [
  HARD,
  ...Object.values(readRecorded())
    .flatMap(({ good }) => good?.request ?? [])
    .filter(({ body, contentType }) => body !== undefined && contentType?.includes('json'))
    .map((request) => ({ ...request, contentType: request.contentType, body: request.body })),
]

/** What a literal of a language says, read by that language's own rules. */
const READERS: Readonly<Record<string, (sample: string) => string | undefined>> = {
  // https://learn.microsoft.com/dotnet/csharp/language-reference/tokens/raw-string
  csharp: (sample) => /"""\n([\s\S]*)\n"""/.exec(sample)?.[1],
  // https://docs.oracle.com/javase/specs/jls/se17/html/jls-3.html#jls-3.10.6
  java: (sample) => /"""\n([\s\S]*?)(?<!\\)"""\)/.exec(sample)?.[1]?.replace(/^ {6}/gm, '').replace(/\\(.)/g, '$1'),
  // https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
  powershell: (sample) => /@'\n([\s\S]*?)\n'@/.exec(sample)?.[1],
  curl: (sample) => /-d '([\s\S]*)'$/.exec(sample)?.[1]?.replaceAll("'\\''", "'"),
}

const SAMPLES = { csharp, java, powershell, curl } as const

describe('a sample', () => {
  it.each(Object.entries(SAMPLES))('in %s sends the very body that was recorded', (language, sample) => {
    for (const request of requests) expect(READERS[language]?.(sample(request)), request.path).toBe(request.body)
  })

  it('in TypeScript sends the very value that was recorded', () => {
    for (const request of requests) {
      const [, value = ''] = /body: JSON\.stringify\(([\s\S]*)\),\n\}\)/.exec(typescript(request)) ?? []
      expect(JSON.parse(value), request.path).toEqual(JSON.parse(request.body ?? ''))
    }
  })

  it.each(Object.entries({ ...SAMPLES, typescript }))(
    'in %s names the token where one is needed, and nowhere else',
    (_language, sample) => {
      const request: SampleRequest = {
        method: 'GET',
        path: '/health',
        contentType: undefined,
        body: undefined,
        token: false,
      }
      expect(sample(request)).not.toContain('TOKEN')
      expect(sample({ ...request, token: true })).toContain('TOKEN')
    },
  )
})

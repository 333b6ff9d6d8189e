import { expect, it } from 'vitest'
import { table, toMarkdown } from '../../scripts/generate/benchmarks/table.ts'

it('a goal is told with as many digits as show whether it is met', () => {
  const told = (measured: number, wanted: string) =>
    toMarkdown(table(['goal', 'measured', 'wanted'], [['a', measured, wanted]]))
      .split('\n')
      .at(-1)
  expect(told(1.0513, '≤ 1.05 ×')).toBe('| a | 1.051 | ≤ 1.05 × |')
  expect(told(1.05002, '≤ 1.05 ×')).toBe('| a | 1.05002 | ≤ 1.05 × |')
  expect(told(1.05, '≤ 1.05 ×')).toBe('| a | 1.05 | ≤ 1.05 × |')
  expect(told(199.6, '≤ 200 KiB')).toBe('| a | 199.6 | ≤ 200 KiB |')
  expect(told(1.1719, '≤ 1.2 ×')).toBe('| a | 1.17 | ≤ 1.2 × |')
})

import { describe, expect, it } from 'vitest'
import { nestsDeeperThan } from '../../../shared/json/depth.ts'

describe('the depth of JSON text', () => {
  it('is counted over lists and objects alike', () => {
    expect(nestsDeeperThan('[{"a":[]}]', 3)).toBe(false)
    expect(nestsDeeperThan('[{"a":[]}]', 2)).toBe(true)
  })

  it('does not grow with brackets in a text, nor with those that are closed', () => {
    expect(nestsDeeperThan('["[[[[{{{{", "\\"[[[[", "\\\\"]', 1)).toBe(false)
    expect(nestsDeeperThan(`[${'[],'.repeat(1_000)}[]]`, 2)).toBe(false)
  })
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { AUDIENCES } from '../../../scripts/docs/asset.ts'
import { ASSETS } from '../../../scripts/pages/build-pages.ts'

describe('the operator’s page', () => {
  it.each(AUDIENCES)('is among the files of %s, and offers a token of its own in development only', (audience) => {
    const [html, script, style] = ['html', 'js', 'css'].map((end) =>
      readFileSync(`${ASSETS}${audience}/operator.${end}`, 'utf8'),
    )
    expect([script?.length, style?.length].every(Boolean)).toBe(true)
    expect(html?.includes('data-development')).toBe(audience === 'development')
  })
})

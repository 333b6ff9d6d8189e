import fc from 'fast-check'
import { parsePhoneNumberFromString as parseByCore } from 'libphonenumber-js/core'
import { parsePhoneNumberFromString as parseByFull } from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { numberingPlans } from '../../../shared/contact/generated/numbering-plans.ts'
import { runs } from '../../support/runs.ts'

const codes = Object.keys(numberingPlans().country_calling_codes)

/** A number of any country, often of a length that its plan knows. */
const someNumber = fc
  .tuple(fc.constantFrom(...codes), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 13 }))
  .map(([code, digits]) => `+${code}${digits.join('')}`)

const RUNS = runs(20_000)

describe('the numbering plans without ways of writing', () => {
  it('judge every number as the full ones do', () => {
    let valid = 0
    fc.assert(
      fc.property(someNumber, (number) => {
        const full = parseByFull(number, { extract: false })
        const stripped = parseByCore(number, { extract: false }, numberingPlans())
        expect([stripped?.isValid(), stripped?.number, stripped?.ext]).toEqual([
          full?.isValid(),
          full?.number,
          full?.ext,
        ])
        if (full?.isValid()) valid++
      }),
      { numRuns: RUNS },
    )
    expect(valid).toBeGreaterThan(RUNS / 40)
  })
})

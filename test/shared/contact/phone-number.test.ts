import { guessNorwegianMobile, parsePhoneNumber } from '@straks/shared'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { expect, it } from 'vitest'

it.each([
  ['+4740000001', '+4740000001'],
  ['004740000000', '+4740000000'],
  ['+233242426224', '+233242426224'],
  ['+47 99 99 99 99 ', '+4799999999'],
  ['+4722222222', '+4722222222'],
])('reads %j', (written, number) => {
  expect(parsePhoneNumber(written)).toEqual({ ok: true, value: number })
})

it.each([
  ['', 'malformed'],
  ['   ', 'malformed'],
  ['40000001', 'no-country-code'],
  ['12345', 'no-country-code'],
  ['abcdefg', 'malformed'],
  ['+47', 'impossible'],
  ['+479999999', 'impossible'],
  ['+479999999999', 'impossible'],
  ['+4750000004', 'impossible'],
  ['+14790000000', 'impossible'],
  ['++4740000000', 'malformed'],
  [' +4799999999', 'malformed'],
  ['+4799999999, +4799999998', 'several'],
])('refuses %j', (written, failure) => {
  expect(parsePhoneNumber(written)).toEqual({ ok: false, failure })
})

it('agrees with the library on the series of Norwegian numbers', () => {
  const disagreements: string[] = []
  for (let series = 20_000; series < 100_000; series += 3) {
    const written = `+47${series}123`
    const isValid = parsePhoneNumberFromString(written, { extract: false })?.isValid() ?? false
    if (parsePhoneNumber(written).ok !== isValid) disagreements.push(written)
  }
  expect(disagreements).toEqual([])
})

it.each([
  ['97661466', '+4797661466'],
  ['412 34 567', '+4741234567'],
  ['12345678', undefined],
  ['4123', undefined],
  ['81549300', undefined],
  ['+4797661466', undefined],
])('takes %j for %j', (written, number) => {
  expect(guessNorwegianMobile(written)).toBe(number)
})

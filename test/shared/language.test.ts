import { say } from '@straks/shared'
import { describe, expect, it } from 'vitest'

const same = (sentence: string) => ({ en: sentence, nb: sentence, nn: sentence })

describe('a sentence with places', () => {
  it('says the noun that agrees with a number', () => {
    const words = same('Remove {excess:character|characters}.')
    expect(say(words, 'en', { excess: 1 })).toBe('Remove 1 character.')
    expect(say(words, 'en', { excess: 2 })).toBe('Remove 2 characters.')
    expect(say(words, 'en', { excess: 0 })).toBe('Remove 0 characters.')
  })

  it('says only the word that agrees, where the number stands elsewhere', () => {
    const words = same('{names} {count?is|are} missing')
    expect(say(words, 'en', { names: 'a', count: 1 })).toBe('a is missing')
    expect(say(words, 'en', { names: 'a, b', count: 2 })).toBe('a, b are missing')
  })

  it('fills data in once: braces inside data stay as they are', () => {
    expect(say(same('{first} {second}'), 'en', { first: '{second}', second: 'b' })).toBe('{second} b')
  })

  it('keeps a place without data as it is written', () => {
    expect(say(same('{name} {count:part|parts}'), 'en')).toBe('{name} {count:part|parts}')
  })
})

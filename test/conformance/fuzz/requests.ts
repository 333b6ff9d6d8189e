import type { Random } from '../../simulation/platform/random.ts'
import type { Description, Operation, Schema } from './description.ts'
import { hostileText, hostileValue } from './hostile.ts'
import { spoil, spoilBytes } from './spoil.ts'

/** One request, and words that no refusal of it may repeat. */
export type FuzzedRequest = {
  readonly path: string
  readonly init: { readonly method: string; readonly headers: Record<string, string>; readonly body?: BodyInit }
  readonly secrets: readonly string[]
}

const DEEPEST = 12

/** Makes requests from the description of the API: mostly right, with something hostile somewhere. */
export class Requests {
  readonly #description: Description
  readonly #random: Random
  readonly #token: string
  /** Ids of answers, which later requests ask about. */
  readonly #ids: string[] = []
  #secrets: string[] = []
  #words = 0

  constructor(description: Description, random: Random, token: string) {
    this.#description = description
    this.#random = random
    this.#token = token
  }

  noteIds(answer: string): void {
    for (const [id] of answer.matchAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g))
      this.#ids.push(id)
    if (this.#ids.length > 200) this.#ids.splice(0, 100)
  }

  next(operation: Operation): FuzzedRequest {
    const random = this.#random
    this.#secrets = []
    const path = operation.path.replaceAll(/\{\w+\}/g, () => encodeURIComponent(wellFormed(this.#id())))
    const query = (operation.parameters ?? [])
      .filter((parameter) => parameter.in === 'query' && random.chance(0.5))
      .map(
        ({ name, schema }) => `${name}=${encodeURIComponent(wellFormed(inWords(this.#value(schema, name, 0.4, 0))))}`,
      )
    const headers: Record<string, string> = random.chance(0.97) ? { authorization: `Bearer ${this.#token}` } : {}
    const init = { method: operation.method, headers, ...this.#body(operation, headers) }
    return { path: query.length === 0 ? path : `${path}?${query.join('&')}`, init, secrets: this.#secrets }
  }

  #body(operation: Operation, headers: Record<string, string>): { body?: BodyInit } {
    const random = this.#random
    const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? []
    if (type === undefined) return {}
    if (!type.endsWith('json')) return { body: this.#form(type, headers) }
    headers['content-type'] = random.chance(0.97) ? type : hostileHeader(random)
    const text = JSON.stringify(this.#value(content?.schema ?? {}, '', random.pick([0, 0.02, 0.1]), 0)) ?? ''
    if (random.chance(0.7)) return { body: text }
    return { body: random.chance(0.8) ? spoil(text, random) : spoilBytes(text, random) }
  }

  #form(type: string, headers: Record<string, string>): BodyInit {
    const random = this.#random
    if (type !== 'multipart/form-data') {
      headers['content-type'] = type
      return `${this.#word()}=${encodeURIComponent(wellFormed(hostileText(this.#word(), random)))}&<a>${hostileText(this.#word(), random)}`
    }
    const form = new FormData()
    for (let count = random.below(8); count > 0; count--) {
      const names = [
        'correspondence.resourceId',
        'correspondence.sendersReference',
        'correspondence.content.messageTitle',
        'recipients[0]',
      ]
      const name = random.chance(0.7) ? (random.pickAny(names) ?? '') : hostileText('key', random)
      form.append(name, hostileText(this.#word(), random))
    }
    return form
  }

  /** A value of a schema, in which each place is hostile with a probability. */
  #value(written: Schema, name: string, hostility: number, depth: number): unknown {
    const random = this.#random
    if (random.chance(hostility)) return hostileValue(this.#word(), random)
    const schema = this.#description.resolve(written)
    if (schema.const !== undefined) return schema.const
    if (schema.enum) return random.pickAny(schema.enum)
    if (schema.anyOf) return this.#value(random.pickAny(schema.anyOf) ?? {}, name, hostility, depth + 1)
    if (schema.properties || schema.type === 'object') return this.#object(schema, hostility, depth)
    if (schema.items || schema.type === 'array')
      return Array.from({ length: depth > DEEPEST ? 0 : random.below(3) }, () =>
        this.#value(schema.items ?? {}, name, hostility, depth + 1),
      )
    if (schema.type === 'boolean') return random.chance(0.5)
    if (schema.type === 'integer' || schema.type === 'number')
      return (schema.minimum ?? 0) + random.below(Math.min((schema.maximum ?? 100) - (schema.minimum ?? 0), 1_000) + 1)
    return this.#text(name, schema)
  }

  #object({ properties = {}, required = [], additionalProperties }: Schema, hostility: number, depth: number): unknown {
    const random = this.#random
    const members = Object.entries(properties)
      .filter(([name]) => required.includes(name) || (depth < DEEPEST && random.chance(0.4)))
      .map(([name, schema]): [string, unknown] => [name, this.#value(schema, name, hostility, depth + 1)])
    if (typeof additionalProperties === 'object' && random.chance(0.5))
      members.push([hostileText('key', random), this.#value(additionalProperties, '', hostility, depth + 1)])
    return Object.fromEntries(members)
  }

  #text(name: string, { examples = [] }: Schema): string {
    const random = this.#random
    if (/phone|mobile/i.test(name)) return this.#secret(`+479${String(random.below(10_000_000)).padStart(7, '0')}`)
    if (/emailaddress$/i.test(name)) return this.#secret(`${this.#word()}@example.com`)
    if (/nationalIdentityNumber/i.test(name)) return this.#secret(random.pick(['08900499559', '12345678901']))
    if (/idempoten/i.test(name)) return this.#secret(uuidOf(random))
    const example = random.pickAny(examples)
    return typeof example === 'string' && random.chance(0.8) ? example : `Tekst ${this.#word()}`
  }

  #id(): string {
    const random = this.#random
    if (random.chance(0.7)) return random.pickAny(this.#ids) ?? uuidOf(random)
    return random.chance(0.5) ? this.#secret(uuidOf(random)) : hostileText(this.#word(), random)
  }

  #word(): string {
    return this.#secret(`qx${this.#words++}xq`)
  }

  #secret(secret: string): string {
    this.#secrets.push(secret)
    return secret
  }
}

/** A value as a parameter: what objects inherit may be anything here. */
const inWords = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))

/** A text that can be in a URL: one without lone surrogates. */
const wellFormed = (text: string): string => text.toWellFormed()

const hostileHeader = (random: Random): string =>
  random.pick([
    'text/plain',
    'application/json; charset=utf-16',
    'application/xml',
    '*/*',
    'multipart/form-data',
    'application/jsonp',
  ])

function uuidOf(random: Random): string {
  const digits = Array.from({ length: 32 }, () => random.below(16).toString(16)).join('')
  return [8, 12, 16, 20, 32].map((end, index) => digits.slice([0, 8, 12, 16, 20][index], end)).join('-')
}

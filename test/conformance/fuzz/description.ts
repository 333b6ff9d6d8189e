import * as z from 'zod'

/** A JSON Schema, as the description has them. */
export type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly examples?: readonly unknown[]
  readonly minimum?: number
  readonly maximum?: number
  readonly additionalProperties?: Schema | boolean
}

type Contents = Readonly<Record<string, { readonly schema?: Schema }>>

type Described = {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[]
  readonly requestBody?: { readonly content: Contents }
  readonly responses: Readonly<Record<string, { readonly content?: Contents }>>
}

/** One route with one method. */
export type Operation = Described & { readonly method: string; readonly path: string }

const METHODS = ['get', 'post', 'put', 'patch', 'delete']

/** The service's own description of its API. */
export class Description {
  readonly operations: readonly [Operation, ...Operation[]]
  readonly #schemas: Readonly<Record<string, Schema>>
  readonly #judges = new Map<Schema, z.ZodType>()

  private constructor(
    paths: Readonly<Record<string, Readonly<Record<string, Described>>>>,
    schemas: Readonly<Record<string, Schema>>,
  ) {
    const operations = Object.entries(paths).flatMap(([path, item]) =>
      METHODS.flatMap((method) => (item[method] ? { ...item[method], method: method.toUpperCase(), path } : [])),
    )
    const [first, ...rest] = operations
    if (!first) throw new Error('The description has no routes')
    this.operations = [first, ...rest]
    this.#schemas = schemas
  }

  static async read(send: (path: string) => Promise<Response>): Promise<Description> {
    const { paths, components } = await (await send('/openapi.json')).json()
    return new Description(paths, components.schemas)
  }

  resolve(schema: Schema): Schema {
    return schema.$ref === undefined ? schema : (this.#schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {})
  }

  /** Why an answer is not as it is described; `undefined` where it is. */
  whyNot(schema: Schema, answer: unknown): string | undefined {
    const known = this.#judges.get(schema)
    const judge = known ?? z.fromJSONSchema(this.#whole(schema))
    this.#judges.set(schema, judge)
    const parsed = judge.safeParse(answer)
    return parsed.success
      ? undefined
      : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(', ')
  }

  /** A schema with all that it refers to beside it. */
  #whole(schema: Schema): Parameters<typeof z.fromJSONSchema>[0] {
    const text = JSON.stringify({ ...schema, $defs: this.#schemas }).replaceAll('#/components/schemas/', '#/$defs/')
    return JSON.parse(text)
  }
}

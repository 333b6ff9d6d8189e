/** A description as plain JSON, which is how a page reads it. */
export type Json = { readonly [name: string]: Json } | readonly Json[] | string | number | boolean | null | undefined

const isObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const member = (value: Json, name: string): Json => (isObject(value) ? value[name] : undefined)
export const textOf = (value: Json): string => (typeof value === 'string' ? value : '')
export const listOf = (value: Json): readonly Json[] => (Array.isArray(value) ? value : [])
export const entriesOf = (value: Json): readonly (readonly [string, Json])[] =>
  isObject(value) ? Object.entries(value) : []

/** Follows a `$ref` into the components. */
export function resolve(document: Json, schema: Json): Json {
  const reference = textOf(member(schema, '$ref'))
  return reference === '' ? schema : reference.split('/').slice(1).reduce(member, document)
}

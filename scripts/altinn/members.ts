/** The type of a member, or its own members; a list is a list of one. */
export type Member = 'string' | 'integer' | 'boolean' | 'object' | 'null' | Members | readonly [Member]

type Members = { readonly [name: string]: Member }

/** What an operation takes and answers, by the members of its JSON. */
type Operation = { readonly takes?: Member; readonly answers?: Member; readonly query?: readonly string[] }

/** Operations by method and path. */
export type Operations = Readonly<Record<string, Operation>>

/** The members below a member, each by its path: `recipients[].emailAddress`. */
export function flatten(member: Member, path = ''): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  const add = (inner: Member, at: string) => {
    for (const [name, type] of flatten(inner, at)) found.set(name, type)
  }
  if (typeof member === 'string') return new Map([[path, member]])
  if (path !== '') found.set(path, isList(member) ? 'array' : 'object')
  if (isList(member)) add(member[0], `${path}[]`)
  else for (const [name, inner] of Object.entries(member)) add(inner, path === '' ? name : `${path}.${name}`)
  return found
}

const isList = (member: Member): member is readonly [Member] => Array.isArray(member)

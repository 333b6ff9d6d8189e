type TomlValue = string | number | readonly string[] | { readonly [name: string]: string | number }

/** One element of an array of tables. */
export type TomlTable = { readonly path: string; readonly members: Readonly<Record<string, TomlValue>> }

function written(value: TomlValue): string {
  if (typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
  const members = Object.entries(value).map(([name, member]) => `${name} = ${JSON.stringify(member)}`)
  return `{ ${members.join(', ')} }`
}

/** Tables as TOML, those of one array together, arrays in the order in which they first come. */
export function toToml(prefix: string, tables: readonly TomlTable[]): string {
  const paths = [...new Set(tables.map(({ path }) => path))]
  return paths
    .flatMap((path) => tables.filter((table) => table.path === path))
    .map(({ path, members }) => {
      const lines = Object.entries(members).map(([name, value]) => `${name} = ${written(value)}`)
      return `[[${prefix}${path}]]\n${lines.join('\n')}\n`
    })
    .join('\n')
}

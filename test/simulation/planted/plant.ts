import { PLANTED, type Planted } from './bugs.ts'

/** The planted bug of a name. */
export function findPlanted(name: string): Planted {
  const found = PLANTED.find((planted) => planted.name === name)
  if (found) return found
  throw new RangeError(
    `No bug of that name is planted; there are: ${PLANTED.map((planted) => planted.name).join(', ')}`,
  )
}

/** Puts a bug into the sources of its files as they are loaded. Fails where a place is not there, or there twice. */
export const planting =
  ({ name, changes }: Planted) =>
  (address: string, source: string): string =>
    changes
      .filter(({ file }) => address.endsWith(`/worker/${file}`))
      .reduce((changed, { file, right, wrong }) => {
        const parts = changed.split(right)
        if (parts.length === 2) return parts.join(wrong)
        throw new Error(`The bug ${name} no longer fits worker/${file}: its place is there ${parts.length - 1} times`)
      }, source)

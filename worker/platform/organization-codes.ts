import * as z from 'zod'

/** Pairs of an organisation's number and its short name, for tokens that name only the number. */
export const organizationCodes = z
  .string()
  .transform((text) => text.split(',').filter((pair) => pair.trim() !== ''))
  .pipe(
    z.array(
      z
        .string()
        .regex(/^\s*\d{9}\s*=\s*[a-z0-9-]+\s*$/)
        .transform((pair): [string, string] => {
          const [number = '', name = ''] = pair.split('=')
          return [number.trim(), name.trim()]
        }),
    ),
  )
  .transform((pairs): ReadonlyMap<string, string> => new Map(pairs))

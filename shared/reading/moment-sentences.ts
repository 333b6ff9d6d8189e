import type { Words } from '../language.ts'
import type { MomentProblem } from './moment.ts'

/** What rules say of a time that cannot be read. `{name}` is its member. */
export const MOMENT_SENTENCES = {
  'no-zone': {
    en: '`{name}` has no time zone; end it with `Z` or an offset such as `+01:00`.',
    nb: '`{name}` mangler tidssone. Avslutt med `Z` eller et avvik som `+01:00`.',
    nn: '`{name}` manglar tidssone. Avslutt med `Z` eller eit avvik som `+01:00`.',
  },
  malformed: {
    en: '`{name}` is not a time; write it as `2026-12-01T09:00:00Z`.',
    nb: '`{name}` er ikke et tidspunkt. Skriv det som `2026-12-01T09:00:00Z`.',
    nn: '`{name}` er ikkje eit tidspunkt. Skriv det som `2026-12-01T09:00:00Z`.',
  },
} as const satisfies Record<MomentProblem, Words>

import { differenceRows } from './altinn/differences.ts'

/** Prints where the members of Altinn's APIs and of ours differ, as docs/compatibility/members.md has them. */
for (const row of differenceRows()) console.log(row)

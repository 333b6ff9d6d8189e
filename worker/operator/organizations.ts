import { ALL_SLICES } from '../domain/activity.ts'
import { deskOf } from '../platform/objects.ts'
import type { KnownOrganization } from './directory.ts'

/** The organisations that a request is about: the one that it names, of which every ledger may know, or all there are. */
export const organizationsOf = async (env: Env, named: string | undefined): Promise<readonly KnownOrganization[]> =>
  named === undefined ? deskOf(env).organizations() : [{ organization: named, slices: ALL_SLICES }]

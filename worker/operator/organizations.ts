import { deskOf } from '../platform/objects.ts'

/** The organisations that a request is about: the one that it names, or all there are. */
export const organizationsOf = async (env: Env, named: string | undefined): Promise<readonly string[]> =>
  named === undefined ? deskOf(env).organizations() : [named]

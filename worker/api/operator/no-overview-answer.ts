/**
 * Takes the place of the schema of the overview's answer where no description is made (`imports` of worker/package.json): the
 * bundler removes what refers to it only after it has chosen what to keep.
 */
export const Overview = undefined

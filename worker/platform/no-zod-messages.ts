/**
 * Stands in for zod's English messages (`alias` in wrangler.toml). What is wrong with a value is told in our own words, by the
 * issue's code; a check of ours has its words with it.
 */
export default () => ({ localeError: (): undefined => undefined })

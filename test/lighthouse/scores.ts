import * as z from 'zod'

const PERCENT = 100

const category = z.object({ score: z.number() }).transform(({ score }) => Math.round(score * PERCENT))

const Report = z
  .object({
    categories: z.object({ performance: category, accessibility: category, 'best-practices': category, seo: category }),
  })
  .transform(({ categories }) => categories)

/** Lighthouse's scores, of 100. */
export type Scores = z.output<typeof Report>

/**
 * Reads the scores from Lighthouse's report.
 *
 * @throws where one is missing: a page that could not be judged has none
 */
export const readScores = (report: string): Scores => Report.parse(JSON.parse(report))

import * as z from 'zod'
import { Table, toMarkdown } from './table.ts'

/** The answer to one question. */
export const Section = z.object({ title: z.string(), tables: z.array(Table) })

/** One run: where and when it was, and what it measured. */
export const Run = z.object({
  /** The machine and the versions. */
  machine: z.string(),
  /** The day, as ISO 8601 writes it. */
  date: z.iso.date(),
  sections: z.array(Section),
})

export type Section = z.infer<typeof Section>
export type Run = z.infer<typeof Run>

/** A section in Markdown. */
export const sectionToMarkdown = ({ title, tables }: Section): string =>
  [`## ${title}`, ...tables.map(toMarkdown)].join('\n\n')

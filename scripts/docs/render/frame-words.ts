import type { Words } from '../../../shared/index.ts'

/** The words around a page's own: its language is theirs. */
export const FRAME_WORDS = {
  skip: { en: 'Skip to the content', nb: 'Gå til innholdet', nn: 'Gå til innhaldet' },
  search: { en: 'Search', nb: 'Søk', nn: 'Søk' },
  results: { en: 'Results', nb: 'Treff', nn: 'Treff' },
  inbox: { en: 'Inbox', nb: 'Innboks', nn: 'Innboks' },
  pages: { en: 'Pages', nb: 'Sider', nn: 'Sider' },
  overview: { en: 'Overview', nb: 'Oversikt', nn: 'Oversikt' },
  asMarkdown: { en: 'This page as Markdown', nb: 'Denne siden som Markdown', nn: 'Denne sida som Markdown' },
  linkTo: { en: 'Link to {title}', nb: 'Lenke til {title}', nn: 'Lenkje til {title}' },
  start: { en: 'Start', nb: 'Start', nn: 'Start' },
  guides: { en: 'Guides', nb: 'Veiledninger', nn: 'Rettleiingar' },
  api: { en: 'Operations', nb: 'Operasjoner', nn: 'Operasjonar' },
  reference: { en: 'Reference', nb: 'Oppslag', nn: 'Oppslag' },
  rules: { en: 'Rules', nb: 'Regler', nn: 'Reglar' },
} as const satisfies Readonly<Record<string, Words>>

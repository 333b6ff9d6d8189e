import { LINK_FRAMES } from './link-frames.ts'
import { LINK_MAKERS, type LinkMaker } from './link-makers.ts'
import { fillSlots } from './plain-slots.ts'
import { PLAIN_TEMPLATES, SENTENCES } from './plain-templates.ts'
import { createRandom, type Random } from './random.ts'

const SEED = 20_261_122
const LINKS_PER_MAKER = 36
const SENTENCES_PER_TEMPLATE = 45
const RUN_TOGETHER = 900
/** Of the sentences run together; a small letter after a full stop is rare even where a space is forgotten. */
const SHARE_IN_LOWER_CASE = 0.05

/** Asks for new lines until there are enough, or until the maker has long had nothing new to say. */
function distinct(count: number, make: () => string): readonly string[] {
  const lines = new Set<string>()
  for (let attempt = 0; attempt < count * 20 && lines.size < count; attempt += 1) lines.add(make())
  return Array.from(lines)
}

function runTogether(random: Random): string {
  const second = fillSlots(random.pick(SENTENCES), random)
  const cased = random.chance(SHARE_IN_LOWER_CASE) ? second.charAt(0).toLowerCase() + second.slice(1) : second
  return `${fillSlots(random.pick(SENTENCES), random)}.${cased}.`
}

type Section = readonly [category: string, lines: readonly string[]]

const corpus = (sections: readonly Section[]): string =>
  sections.map(([category, lines]) => `# ${category}\n${lines.join('\n')}\n`).join('')

/** Sentences with one link each, disguised and not. The same text every time. */
export function makeLinkCorpus(): string {
  const random = createRandom(SEED)
  const sentence = (make: LinkMaker) => random.pick(LINK_FRAMES).replace('{}', () => make(random))
  return corpus(
    Object.entries(LINK_MAKERS).map(([category, make]) => [category, distinct(LINKS_PER_MAKER, () => sentence(make))]),
  )
}

/** Sentences without links. The same text every time. */
export function makePlainCorpus(): string {
  const random = createRandom(SEED)
  const sections = Object.entries(PLAIN_TEMPLATES).map(
    ([category, templates]): Section => [
      category,
      templates.flatMap((template) => distinct(SENTENCES_PER_TEMPLATE, () => fillSlots(template, random))),
    ],
  )
  return corpus([...sections, ['no space after the full stop', distinct(RUN_TOGETHER, () => runTogether(random))]])
}

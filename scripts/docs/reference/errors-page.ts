import { LANGUAGES, type Language } from '../../../shared/index.ts'
import { TITLES } from '../../../worker/api/http/problem-words.ts'
import { CORRESPONDENCE_ERRORS, isCorrespondenceErrorCode } from '../../../worker/domain/correspondence-errors.ts'
import { LANGUAGE_NAMES } from '../../generate/rule-page-words.ts'
import { code, fence, json, paragraphs, table } from '../markdown.ts'
import { addressOf, type DocsPage } from '../page.ts'
import { slug } from '../render/html.ts'
import { correspondenceRemedies } from './correspondence-remedies.ts'
import { ALTINN_CODES, ERROR_CAUSES, type Explained } from './error-causes.ts'
import { exampleOf, exampleOfFindings, exampleOfNumber } from './error-examples.ts'
import { ERRORS_WORDS } from './errors-words.ts'

/** English has no folder of its own, as the rules have it. */
const pathIn = (language: Language): string => (language === 'en' ? 'errors' : `errors/${language}`)

const CODE_DIGITS = 5

/** The words that are headings. */
const SECTIONS = ['validation', 'ours', 'notifications', 'correspondence'] as const

/** The catalogue in one language. */
class ErrorsPage {
  readonly #language: Language

  constructor(language: Language) {
    this.#language = language
  }

  page(): DocsPage {
    const language = this.#language
    return {
      path: pathIn(language),
      title: this.#say('title'),
      summary: this.#say('summary'),
      language,
      part: 'reference',
      listed: language === 'en',
      // The same address leads to the same problem in each language.
      ids: new Map([
        ...SECTIONS.map((word) => [ERRORS_WORDS[word][language], slug(ERRORS_WORDS[word].en)] as const),
        ...ALTINN_CODES.map((name) => [name, name] as const),
      ]),
      markdown: this.#markdown(),
    }
  }

  #say(word: keyof typeof ERRORS_WORDS): string {
    return ERRORS_WORDS[word][this.#language]
  }

  #example(problem: object): string {
    return fence(`json ${this.#say('example')}`, json(problem))
  }

  #remedy(words: string): string {
    return `**${this.#say('whatToDo')}.** ${words}`
  }

  #kindOf({ type, status }: { readonly type: string; readonly status: number }): string {
    return `${code(type)}, ${this.#say('status')} ${code(String(status))}`
  }

  /** One kind of problem: its `type`, its cause, what to do, and an example. */
  #entry(name: Explained): string {
    const { cause, remedy } = ERROR_CAUSES[name]
    const example = exampleOf(name, this.#language)
    return paragraphs(
      `### ${name}`,
      this.#kindOf(example),
      cause[this.#language],
      this.#remedy(remedy[this.#language]),
      this.#example(example),
    )
  }

  #numbered(): string {
    const remedyOf = correspondenceRemedies(this.#language)
    const heads = (['code', 'statusHead', 'altinnsWords', 'whatToDo'] as const).map((word) => this.#say(word))
    const rows = Object.entries(CORRESPONDENCE_ERRORS).map(([number, [status, words]]) => {
      const known = Number(number)
      return [
        code(`CORR-${number.padStart(CODE_DIGITS, '0')}`),
        String(status),
        words,
        isCorrespondenceErrorCode(known) ? remedyOf(known) : '',
      ]
    })
    return table(heads, rows)
  }

  #elsewhere(): string {
    const others = LANGUAGES.filter((other) => other !== this.#language)
    const links = others.map((other) => `[${LANGUAGE_NAMES[other]}](${addressOf(pathIn(other))})`)
    return `${this.#say('otherLanguages')}: ${links.join(' · ')}`
  }

  #markdown(): string {
    const own = Object.keys(TITLES).filter((name): name is keyof typeof TITLES => Object.hasOwn(TITLES, name))
    const findings = exampleOfFindings(this.#language)
    return paragraphs(
      `# ${this.#say('title')}`,
      this.#say('intro'),
      this.#elsewhere(),
      `## ${this.#say('validation')}`,
      this.#kindOf(findings),
      this.#say('validationCause'),
      this.#remedy(this.#say('validationRemedy')),
      this.#example(findings),
      `## ${this.#say('ours')}`,
      ...own.map((name) => this.#entry(name)),
      `## ${this.#say('notifications')}`,
      ...ALTINN_CODES.map((name) => this.#entry(name)),
      `## ${this.#say('correspondence')}`,
      this.#say('correspondenceIntro'),
      this.#example(exampleOfNumber(this.#language)),
      this.#numbered(),
    )
  }
}

/** Every problem, in each language: its type or code, cause, example and remedy. */
export const errorsPages = (): readonly DocsPage[] => LANGUAGES.map((language) => new ErrorsPage(language).page())

import { siblingPath, type Written } from '../reading/document.ts'
import { defineRule, nameOf, type RulePage } from '../rule.ts'
import { instantEmailExample, notificationExample, orderExample } from './examples.ts'

/** Elements that text is marked up with. Other words in angle brackets are words: `<telefonnummer>`. */
const TAG =
  /<(?:\/?(?:a|abbr|b|blockquote|body|br|center|code|div|em|font|h[1-6]|head|hr|html|i|img|li|ol|p|pre|s|small|span|strong|style|sub|sup|table|tbody|td|th|thead|title|tr|u|ul)(?:\s[^<>]*)?\/?|!doctype[^<>]*|!--)>?/i

/** What stands for a character in HTML; as plain text it is read letter by letter. */
const ENTITY = /&(?:[a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});/i

/** How a body says that it is written; `undefined` where that cannot be read. */
function contentTypeOf({
  note,
  siblings,
}: Written): { readonly type: 'Plain' | 'Html'; readonly said: boolean } | undefined {
  const member = note.contentTypeIn?.find((name) => siblings[name] !== undefined)
  if (member === undefined) return { type: 'Plain', said: false }
  const type = siblings[member]
  return type === 'Plain' || type === 'Html' ? { type, said: true } : undefined
}

/** What the rule's page says and shows. */
export const htmlContentTypePage: RulePage = {
  summary: {
    en: 'Say that an e-mail is HTML where it is, and only there.',
    nb: 'Angi at en e-post er HTML når den er det, og bare da.',
    nn: 'Oppgi at ein e-post er HTML når han er det, og berre då.',
  },
  why: {
    en: 'In a plain e-mail the reader sees the tags themselves. In an HTML e-mail without tags all line breaks are lost.',
    nb: 'I en ren tekst-e-post ser leseren selve kodene. I en HTML-e-post uten koder går alle linjeskift tapt.',
    nn: 'I ein rein tekst-e-post ser lesaren sjølve kodane. I ein HTML-e-post utan kodar går alle linjeskift tapt.',
  },
  examples: () => ({
    good: [
      instantEmailExample({}),
      instantEmailExample({ settings: { body: '<p>Your code is <strong>428516</strong>.</p>', contentType: 'Html' } }),
      instantEmailExample({ settings: { body: 'Ring <telefonnummer>, og husk at 1 < 2.' } }),
      notificationExample({ reminderEmailBody: '<p>Hei</p>', emailContentType: 'Html' }),
    ],
    bad: [
      instantEmailExample({ settings: { body: '<p>Your code is 428516.</p>' } }),
      notificationExample({ emailBody: 'Hei<br/>du', emailContentType: 'Plain' }),
      notificationExample({ reminderEmailBody: 'Hei', reminderEmailContentType: 'Html' }),
      orderExample({ email: { body: 'Line one\nLine two', contentType: 1 } }),
    ],
  }),
}

export const htmlContentType = defineRule({
  code: 'html-content-type',
  severity: 'warning',
  roles: ['email-body'],
  sentences: {
    tagsInPlain: {
      en: '`{name}` holds HTML, but is sent as plain text: the reader sees the tags.',
      nb: '`{name}` inneholder HTML, men sendes som ren tekst: leseren ser kodene.',
      nn: '`{name}` inneheld HTML, men blir sendt som rein tekst: lesaren ser kodane.',
    },
    noTagsInHtml: {
      en: '`{name}` is sent as HTML, but holds none: its line breaks are lost.',
      nb: '`{name}` sendes som HTML, men inneholder ingen koder: linjeskiftene går tapt.',
      nn: '`{name}` blir sendt som HTML, men inneheld ingen kodar: linjeskifta går tapt.',
    },
    toHtml: { en: 'Send it as HTML', nb: 'Send den som HTML', nn: 'Send han som HTML' },
    toPlain: { en: 'Send it as plain text', nb: 'Send den som ren tekst', nn: 'Send han som rein tekst' },
  },
  checkValue(body, _subject, tell) {
    const { value, note } = body
    const [member] = note.contentTypeIn ?? []
    const written = contentTypeOf(body)
    if (!written || member === undefined || value.trim() === '') return
    const tag = value.includes('<') ? TAG.exec(value) : null
    if (written.type === 'Plain' ? !tag : tag || ENTITY.test(value)) return
    const { path } = body
    const data = { name: nameOf(path) }
    const fixTo = (type: 'Plain' | 'Html') => [{ kind: 'set', path: siblingPath(body, member), value: type }] as const
    if (tag) {
      const span = { start: tag.index, end: tag.index + tag[0].length }
      tell({ sentence: 'tagsInPlain', path, data, span, fix: { title: 'toHtml', edits: fixTo('Html') } })
    } else {
      const fix = { title: 'toPlain', edits: fixTo('Plain') } as const
      tell({ sentence: 'noTagsInHtml', severity: 'information', path, data, fix })
    }
  },
})

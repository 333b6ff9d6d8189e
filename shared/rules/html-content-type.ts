import type { Edit } from '../finding.ts'
import { siblingPath, type Written } from '../reading/document.ts'
import { defineRule, nameOf, type RulePage, type Subject, suggested } from '../rule.ts'
import { findTag } from '../text/html/find-tag.ts'
import { instantEmailExample, notificationExample, orderExample } from './examples.ts'

/** What stands for a character in HTML; as plain text it is read letter by letter. */
const ENTITY = /&(?:[a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});/i

type ContentType = 'Plain' | 'Html'

/** How a body says that it is written; `undefined` where that cannot be read. */
function contentTypeOf({
  note,
  siblings,
}: Written): { readonly type: ContentType; readonly said: boolean } | undefined {
  const member = note.contentTypeIn?.find((name) => siblings[name] !== undefined)
  if (member === undefined) return { type: 'Plain', said: false }
  const type = siblings[member]
  return type === 'Plain' || type === 'Html' ? { type, said: true } : undefined
}

/** The member in which a body alone says how it is written. */
const ownMember = ({ note }: Written): string => note.contentTypeIn?.[0] ?? ''

/** The other bodies that a member tells the content type of, because they have none of their own. */
function heirsOf(body: Written, member: string, { texts }: Subject): readonly Written[] {
  if (body.within?.role !== 'notification') return []
  return texts.filter(({ path, within, note, siblings }) => {
    const names = note.contentTypeIn ?? []
    if (path === body.path || within !== body.within || names[0] === member || !names.includes(member)) return false
    return names.slice(0, names.indexOf(member)).every((name) => siblings[name] === undefined)
  })
}

/** What the rule's page says and shows. */
export const htmlContentTypePage: RulePage = {
  summary: {
    en: 'Set the content type to HTML if, and only if, the e-mail is HTML.',
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
      en: '`{name}` contains HTML, but is sent as plain text: the reader sees the tags.',
      nb: '`{name}` inneholder HTML, men sendes som ren tekst: leseren ser kodene.',
      nn: '`{name}` inneheld HTML, men blir sendt som rein tekst: lesaren ser kodane.',
    },
    noTagsInHtml: {
      en: '`{name}` is sent as HTML, but contains none: its line breaks are lost.',
      nb: '`{name}` sendes som HTML, men inneholder ingen koder: linjeskiftene går tapt.',
      nn: '`{name}` blir sendt som HTML, men inneheld ingen kodar: linjeskifta går tapt.',
    },
    toHtml: { en: 'Send it as HTML', nb: 'Send den som HTML', nn: 'Send han som HTML' },
    toPlain: { en: 'Send it as plain text', nb: 'Send den som ren tekst', nn: 'Send han som rein tekst' },
  },
  checkValue(body, subject, tell) {
    const { value, note } = body
    const [member] = note.contentTypeIn ?? []
    const written = contentTypeOf(body)
    if (!written || member === undefined || value.trim() === '') return
    const tag = findTag(value)
    if (written.type === 'Plain' ? !tag : tag || ENTITY.test(value)) return
    const { path } = body
    const data = { name: nameOf(path) }
    const fixTo = (type: ContentType): readonly Edit[] => [
      { kind: 'set', path: siblingPath(body, member), value: type },
      ...heirsOf(body, member, subject)
        .filter((heir) => (findTag(heir.value) === undefined) === (type === 'Html'))
        .map((heir) => ({ kind: 'set' as const, path: siblingPath(heir, ownMember(heir)), value: written.type })),
    ]
    // Either way the reader sees other words than today: tags vanish, or come to light.
    if (tag) {
      tell({ sentence: 'tagsInPlain', path, data, span: tag, repairs: [suggested('toHtml', fixTo('Html'))] })
    } else {
      const repairs = [suggested('toPlain', fixTo('Plain'))]
      tell({ sentence: 'noTagsInHtml', severity: 'information', path, data, repairs })
    }
  },
})

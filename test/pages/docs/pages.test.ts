import { describe, expect, it } from 'vitest'
import { allPages } from '../../../scripts/docs/all-pages.ts'
import { operationsOf } from '../../../scripts/docs/api/group-pages.ts'
import { docsAssets } from '../../../scripts/docs/docs-assets.ts'
import { addressOf } from '../../../scripts/docs/page.ts'
import { ALTINN_CODES } from '../../../scripts/docs/reference/error-causes.ts'
import { PageRenderer } from '../../../scripts/docs/render/render-page.ts'
import { createOpenApi } from '../../../scripts/generate/openapi.ts'
import { LANGUAGES, rules } from '../../../shared/index.ts'
import { errorPlaceOf } from '../../../worker/api/http/error-place.ts'
import { TITLES } from '../../../worker/api/http/problem-words.ts'
import { CORRESPONDENCE_ERRORS } from '../../../worker/domain/correspondence-errors.ts'
import { SearchIndex } from '../../../worker/public/docs/search/search-index.ts'

const openApi = createOpenApi()
const pages = allPages(openApi)
const rendered = pages.map((page) => ({ page, ...new PageRenderer(page).render() }))
const entries = rendered.flatMap(({ entries }) => entries)

/** Everything a link may lead to: pages, their Markdown, and the places on them. */
const addresses = new Set([
  ...pages.flatMap(({ path }) => [addressOf(path), `${addressOf(path)}.md`]),
  ...entries.map(({ url }) => url),
  ...['/', '/openapi.json', '/llms.txt'],
])

describe('the documentation', () => {
  it('has a place for every operation, by its name in the description', () => {
    const places = new Set(entries.filter(({ kind }) => kind === 'operation').map(({ url }) => url.split('#')[1]))
    expect(
      operationsOf(JSON.parse(JSON.stringify(openApi)))
        .map(({ id }) => id)
        .filter((id) => !places.has(id)),
    ).toEqual([])
  })

  it('has a page of every rule in every language', () => {
    const wanted = rules.flatMap(({ code }) =>
      LANGUAGES.map((language) => `/docs/rules/${language === 'en' ? '' : `${language}/`}${code}`),
    )
    expect(wanted.filter((address) => !addresses.has(address))).toEqual([])
  })

  it('has a place for every problem of our own, found by its type', () => {
    const index = new SearchIndex(entries, 'en')
    for (const reason of Object.keys(TITLES))
      expect(index.find(`urn:straks:error:${reason}`)[0]?.url, reason).toBe(`/docs/errors#${reason}`)
  })

  it.each(LANGUAGES)('has in %s the place that each problem’s link leads to', (language) => {
    const problems = [
      ...Object.keys(TITLES).map((reason) => ({ type: `urn:straks:error:${reason}` })),
      ...ALTINN_CODES.map((code) => ({ type: `urn:altinn:error:${code}`, code })),
      ...Object.keys(CORRESPONDENCE_ERRORS).map((number) => ({
        type: 'https://tools.ietf.org/html/rfc9110#section-15.5.1',
        code: `CORR-${number.padStart(5, '0')}`,
      })),
      { type: 'https://tools.ietf.org/html/rfc9110#section-15.5.1' },
    ]
    const places = problems.map((problem) => errorPlaceOf('', language, problem))
    expect(places.filter((place) => !addresses.has(place))).toEqual([])
  })

  it.each(LANGUAGES)('says in %s of every error what to do about it', (language) => {
    const path = language === 'en' ? 'errors' : `errors/${language}`
    const markdown = pages.find((page) => page.path === path)?.markdown ?? ''
    const entries = markdown.split(/^### /m).slice(1)
    expect(entries.length).toBeGreaterThan(Object.keys(TITLES).length)
    for (const entry of entries) expect(entry).toMatch(/\n\n[^`*\n].+\n\n\*\*[^*]+\.\*\* .+\n\n```json/)
    const rows = markdown.split('\n').filter((line) => line.startsWith('| `CORR-'))
    expect(rows.length).toBe(Object.keys(CORRESPONDENCE_ERRORS).length)
    expect(rows.filter((row) => /\|\s*\|$/.test(row))).toEqual([])
  })

  it('has a whole sentence about each page', () => {
    const summaries = pages.map(({ path, summary }) => `${path}: ${summary}`)
    expect(summaries.filter((summary) => !/: \S[^[\]]*[.!]$/.test(summary))).toEqual([])
  })

  it('leads nowhere that does not exist', () => {
    const broken = rendered.flatMap(({ page, main }) =>
      Array.from(main.matchAll(/href="([^"]+)"/g), ([, href = '']) =>
        href.startsWith('#') ? `${addressOf(page.path)}${href}` : href,
      )
        .filter(
          (href) => !/^https?:/.test(href) && !addresses.has(href) && !main.includes(`id="${href.split('#')[1]}"`),
        )
        .map((href) => `${page.path}: ${href}`),
    )
    expect(broken).toEqual([])
  })

  it('gives each place of a page an id of its own', () => {
    for (const { page, main } of rendered) {
      const ids = Array.from(main.matchAll(/ id="([^"]+)"/g), ([, id]) => id)
      expect(new Set(ids).size, page.path).toBe(ids.length)
    }
  })

  it('shows each operation in five languages', () => {
    const [instant] = rendered.filter(({ page }) => page.path === 'api/instant-messages')
    for (const name of ['curl', 'C#', 'TypeScript', 'Java', 'PowerShell'])
      expect(instant?.main).toContain(`>${name}</button>`)
  })

  it('is served as Markdown too, and listed for language models', () => {
    const assets = new Map(docsAssets(openApi, false).map(({ path, content }) => [path, String(content)]))
    for (const { path } of pages) expect(assets.get(`${addressOf(path).slice(1)}.md`), path).toMatch(/^# /)
    expect(assets.get('llms.txt')).toContain('/docs/guides/one-time-codes.md')
  })

  it('breaks the name of a member between its words', () => {
    const [instant] = rendered.filter(({ page }) => page.path === 'api/instant-messages')
    expect(instant?.main).toContain('<code>recipient<wbr>Sms<wbr>.sms<wbr>Settings<wbr>.sender</code>')
  })

  it('lets no text become markup', () => {
    const { main } = new PageRenderer({
      path: 'x',
      title: 'x',
      summary: '',
      language: 'en',
      part: 'guides',
      listed: true,
      markdown: '# <b>x</b>\n\n<script>alert(1)</script>\n\n## <i>y</i>\n\n| Member |\n|---|\n| `<u>` |',
    }).render()
    expect(main).not.toMatch(/<(?:b|script|i|u)>/)
  })
})

describe('the search of the documentation', () => {
  const index = new SearchIndex(entries, 'en')

  it.each([
    ['an operation by its words', 'send sms at once', '/docs/api/instant-messages#sendInstantSms'],
    ['an operation by its name', 'cancelOrder', '/docs/api/orders#cancelOrder'],
    ['a member', 'timeToLiveInSeconds', '/docs/api/instant-messages#sendInstantSms.recipientSms.timeToLiveInSeconds'],
    ['an error by its code', 'CORR-01034', '/docs/errors#problems-of-altinn-correspondence.CORR-01034'],
    ['an error by a part of its name', 'scope missing', '/docs/errors#scope-missing'],
    ['a rule', 'phone-number', '/docs/rules/phone-number'],
    ['a status', 'SMS_Failed_TTL', '/docs/statuses#messages.SMS_Failed_TTL'],
    ['a word that is misspelt', 'idempotancy', '/docs/guides/idempotency-and-retries'],
  ])('finds %s', (_what, query, url) => {
    expect(index.find(query).map((found) => found.url)).toContain(url)
  })

  it('prefers the page’s own language', () => {
    expect(new SearchIndex(entries, 'nn').find('phone-number')[0]?.url).toBe('/docs/rules/nn/phone-number')
  })
})

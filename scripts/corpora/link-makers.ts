import type { Random } from './random.ts'

/** Makes the marked part of a sentence: a link between `⟦` and `⟧`, in the corpus's own escapes. */
export type LinkMaker = (random: Random) => string

const NAMES = [
  'altinn',
  'nav',
  'skatteetaten',
  'minetat',
  'lillevik',
  'helsenorge',
  'digdir',
  'nyetat',
  'storvik',
  'fylket',
  'kulturkontoret',
  'byggsak',
  'veihjelp',
  'barnehagen',
  'skolesak',
  'havnekontoret',
  'legetime',
  'valg2027',
  'snarvei',
] as const
const ENDINGS = ['no', 'no', 'no', 'no', 'com', 'org', 'net', 'eu', 'io', 'dk', 'info', 'app', 'dev'] as const
const FRAUD_ENDINGS = ['top', 'xyz', 'click', 'online', 'site', 'shop', 'icu', 'cfd', 'live', 'club', 'bond'] as const
const PATHS = [
  '/skjema',
  '/nn/skjema',
  '/sak/4471',
  '/sak?id=22/1841',
  '/a/b/c.html',
  '/innlogging#start',
  '/mva-melding',
  '/?q=skatt',
  '/retur/kvittering',
  '/%C3%B8konomi',
  '/en/forms',
  '/2026/03',
  '/s/xK3-9_q',
] as const
const SUBDOMAINS = ['www', 'info', 'post', 'min', 'login', 'test', 'skjema', 'tt02'] as const

const host: LinkMaker = (random) => `${random.pick(NAMES)}.${random.pick(ENDINGS)}`
const anyHost: LinkMaker = (random) =>
  random.chance(0.3) ? `${random.pick(SUBDOMAINS)}.${host(random)}` : host(random)
const path = (random: Random): string => (random.chance(0.5) ? random.pick(PATHS) : '')
const octet = (random: Random): number => random.integer(11, 223)

/** Replaces every dot of a host by what a maker picks. */
const dotted = (random: Random, dots: readonly [string, ...string[]]): string =>
  host(random)
    .split('.')
    .reduce((left, right) => left + random.pick(dots) + right)

const CYRILLIC: Readonly<Record<string, string>> = {
  a: '\\u0430',
  e: '\\u0435',
  o: '\\u043E',
  p: '\\u0440',
  c: '\\u0441',
  i: '\\u0456',
  s: '\\u0455',
  k: '\\u043A',
}
const GREEK: Readonly<Record<string, string>> = { a: '\\u03B1', o: '\\u03BF', v: '\\u03BD', i: '\\u03B9', n: '\\u03B7' }
const SMALL_CAPITALS: Readonly<Record<string, string>> = { i: '\\u0131', a: '\\u0251', g: '\\u0261', n: '\\u0274' }

function disguise(random: Random, text: string, alphabet: Readonly<Record<string, string>>): string {
  const places = Array.from(text).flatMap((letter, index) => (alphabet[letter] ? [index] : []))
  const [first, ...rest] = places
  if (first === undefined) return text
  const place = random.pick([first, ...rest])
  return text.slice(0, place) + (alphabet[text.charAt(place)] ?? '') + text.slice(place + 1)
}

const shiftTo =
  (start: number) =>
  (text: string): string =>
    text.replace(/[a-z]/g, (letter) => String.fromCodePoint(start + letter.charCodeAt(0) - 97))

const HIDDEN = ['\\u200B', '\\u200C', '\\u200D', '\\u2060', '\\uFEFF', '\\u00AD', '\\u200E'] as const

function withHidden(random: Random, text: string): string {
  const place = random.integer(1, text.length - 1)
  return text.slice(0, place) + random.pick(HIDDEN) + text.slice(place)
}

const link = (text: string): string => `⟦${text}⟧`

/** The ways of writing a link that the detector has to know, under the names that the report gives them. */
export const LINK_MAKERS: Readonly<Record<string, LinkMaker>> = {
  scheme: (random) =>
    link(
      `${random.pick(['https', 'https', 'https', 'http', 'HTTPS', 'Http', 'ftp'])}://${anyHost(random)}${path(random)}`,
    ),
  'custom scheme': (random) =>
    link(
      `${random.pick(['minetat', 'altinn', 'bankid', 'vipps', 'intent', 'no.minetat.app'])}://${random.pick(['sak', 'melding', 'logginn'])}/${random.integer(1, 9999)}`,
    ),
  www: (random) => link(`${random.pick(['www', 'www', 'WWW', 'Www', 'www2'])}.${host(random)}${path(random)}`),
  'bare domain': (random) => link(anyHost(random)),
  'domain and path': (random) => link(`${anyHost(random)}${random.pick(PATHS)}`),
  'look-alike domain': (random) =>
    link(
      `${random.pick(NAMES)}-${random.pick(['refusjon', 'retur', 'betaling', 'sjekk', 'no'])}.${random.pick(FRAUD_ENDINGS)}${path(random)}`,
    ),
  'domain that is a word': (random) =>
    link(
      `${random.pick(NAMES)}.${random.pick(['me', 'to', 'is', 'at', 'it', 'as', 'in', 'help', 'page'])}${random.pick(PATHS)}`,
    ),
  'norwegian letters': (random) =>
    link(
      `${random.pick(['blåfjell', 'ålesund-hamn', 'kjøkkenråd', 'tromsøby', 'sørvær', 'bærkroa'])}.${random.pick(['no', 'com'])}${path(random)}`,
    ),
  'kommune and subdomains': (random) =>
    link(
      `${random.chance(0.5) ? `${random.pick(SUBDOMAINS)}.` : ''}${random.pick(['lillevik', 'storvik', 'nordli', 'sørnes'])}.${random.pick(['kommune', 'dep', 'vgs', 'fylkeskommune'])}.no${path(random)}`,
    ),
  'ip address': (random) =>
    link(
      `${random.pick(['', '', 'http://'])}${octet(random)}.${random.integer(100, 255)}.${octet(random)}.${random.integer(0, 255)}${random.pick(['', ':8080', '/inn', ':8443/sak'])}`,
    ),
  'ipv6 address': (random) =>
    link(
      `${random.pick(['http://', 'https://', ''])}[2001:db8::${random.integer(1, 9999)}]${random.pick(['', ':8080', '/inn'])}`,
    ),
  localhost: (random) =>
    link(`${random.pick(['', 'http://'])}localhost${random.pick([':3000', ':8787', '/test', ':8080/inn'])}`),
  'percent-encoded': (random) =>
    link(random.pick([dotted(random, ['%2E', '%2e', '%252E']), encodeURIComponent(`https://${host(random)}/skjema`)])),
  'entity-encoded': (random) => link(dotted(random, ['&#46;', '&#x2e;', '&#x2E;', '&period;', '&#046;'])),
  'defanged dot': (random) =>
    link(
      `${dotted(random, ['[.]', '(.)', '{.}', '<.>', '[dot]', '(dot)', '[punktum]', ' [.] ', ' (dot) ', '(prikk)'])}${path(random)}`,
    ),
  'defanged scheme': (random) =>
    link(
      `${random.pick(['hxxp://', 'hxxps://', 'hXXps://', 'https[:]//', 'http[://]'])}${random.pick([host(random), dotted(random, ['[.]'])])}${path(random)}`,
    ),
  spaced: (random) => link(dotted(random, [' . ', ' .', '  . '])),
  'spaced with www': (random) => link(`www . ${dotted(random, [' . '])}`),
  'letters apart': (random) =>
    link(
      `${Array.from(random.pick(['altinn', 'nav', 'minetat', 'lillevik'])).join(' ')}${random.pick([' . ', '. ', ' .'])}${random.pick(['n o', 'c o m'])}`,
    ),
  'foreign dot': (random) => link(dotted(random, ['。', '．', '｡', '․', '﹒'])),
  'full-width': (random) => link(shiftTo(0xff41)(anyHost(random)).replaceAll('.', random.pick(['.', '．']))),
  'styled letters': (random) => link(shiftTo(random.pick([0x1d41a, 0x1d5ba, 0x1d68a, 0x24d0]))(host(random))),
  'spelt out': (random) => link(dotted(random, [' punktum ', ' prikk ', ' dot ', ' PUNKTUM ', ' Dot '])),
  'spelt out with www': (random) => link(`www punktum ${dotted(random, [' punktum '])}`),
  'cyrillic letter': (random) =>
    link(`${random.pick(['', 'https://', 'www.'])}${disguise(random, host(random), CYRILLIC)}${path(random)}`),
  'greek letter': (random) => link(disguise(random, host(random), GREEK)),
  'latin look-alike': (random) => link(disguise(random, host(random), SMALL_CAPITALS)),
  punycode: (random) =>
    link(
      `${random.pick(['', 'https://', 'www.'])}xn--${random.pick(['ltinn-3ve', 'nv-7kc', 'blbr-roah', 'sknes-yua', 'tromsby-d1a'])}.${random.pick(['no', 'com', 'xn--p1ai'])}${path(random)}`,
    ),
  'hidden character': (random) =>
    link(`${random.pick(['', 'https://', 'www.'])}${withHidden(random, host(random))}${path(random)}`),
  'html link': (random) =>
    `<a ${random.pick(['', 'class="knapp" ', 'target=_blank '])}href=${random.pick([`"⟦https://${anyHost(random)}⟧"`, `'⟦${host(random)}⟧'`, `⟦/skjema/${random.integer(1, 99)}⟧`, `"⟦mailto:post@${host(random)}⟧"`])}>${random.pick(['her', 'Logg inn', 'les brevet', 'opne'])}</a>`,
  'html image': (random) => `<img src="⟦https://${anyHost(random)}/logo.png⟧" alt="">`,
  'markup inside': (random) => link(dotted(random, ['<b>.</b>', '<span>.</span>', '<wbr>.', '.<!-- -->', '<i>.</i>'])),
  'markdown link': (random) =>
    link(
      `[${random.pick(['her', 'les meir', 'logg inn', 'the form'])}](${random.pick(['https://', ''])}${anyHost(random)}${path(random)})`,
    ),
  'user and port': (random) =>
    link(
      random.pick([
        `https://ola:passord${random.integer(1, 99)}@${host(random)}`,
        `${host(random)}:${random.integer(1024, 65_535)}`,
        `https://altinn.no@${host(random)}/inn`,
        `ola:hemmelig@${host(random)}`,
      ]),
    ),
  'broken line': (random) =>
    link(`${random.pick(['altinn', 'nav', 'skatteetaten'])}${random.pick(['.\\n', '\\n.', '\\t.', '.\\t'])}no`),
  'upper and mixed case': (random) => {
    const name = random.pick(['altinn', 'nav', 'skatteetaten', 'helsenorge'])
    return link(
      random.pick([
        `${name}.no`.toUpperCase(),
        `${name.toUpperCase()}.no`,
        `${name.charAt(0).toUpperCase()}${name.slice(1)}.No`,
        `${name}.COM`,
      ]),
    )
  },
  shortener: (random) =>
    link(
      `${random.pick(['bit.ly', 't.ly', 'tinyurl.com', 'is.gd', 'youtu.be', 'wa.me', 't.me', 'goo.gl', 'ow.ly', 'cutt.ly', 'lnkd.in', 'rb.gy', 't.co', 'aka.ms'])}/${random.pick(['3xYzAbC', 'a1', 'moete-2026', '4790000000', 'QwErTy'])}`,
    ),
  'beside an address': (random) =>
    `post@${host(random)} ${random.pick(['eller', 'og', 'og på', '/', ','])} ${link(anyHost(random))}`,
  'address with a path': (random) => link(`post@${host(random)}${random.pick(PATHS)}`),
}

import type { Random } from './random.ts'

const pad = (value: number): string => String(value).padStart(2, '0')
const thousands = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, '.')

const FIRST = [
  'Ola',
  'Kari',
  'Nils',
  'Åse',
  'Per',
  'Liv',
  'Jon',
  'Mari',
  'Øyvind',
  'Ida',
  'Samir',
  'Elle',
  'Anne-Mari',
  'Bjørn',
] as const
const LAST = [
  'Nordmann',
  'Li',
  'Moe',
  'Berg',
  'Ås',
  'Dahl',
  'Øvre-Lie',
  'Holm',
  'Sæther',
  'Utsi',
  'Khan',
  'Vik',
] as const
const PLACES = ['Lillevik', 'Storvik', 'Nordli', 'Sørnes', 'Fjellby', 'Åmot', 'Øyer', 'Havn'] as const
const BODIES = [
  'Skatteetaten',
  'Nav',
  'Lånekassen',
  'Statens vegvesen',
  'Helfo',
  'UDI',
  'Kartverket',
  'fylkeskommunen',
  'kemneren',
  'tingretten',
  'barneverntenesta',
  'legevakta',
  'biblioteket',
  'pasientreiser',
] as const
const TOPICS = [
  'barnehageplass',
  'byggesak',
  'førerkort',
  'sykepenger',
  'skattemelding',
  'mva-melding',
  'skoleskyss',
  'startlån',
  'feiing',
  'vassmålar',
  'SFO',
  'legetime',
  'fullmakt',
  'dagpengar',
  'renovasjon',
  'tilskot',
  'nabovarsel',
  'bostøtte',
] as const
const FILES = [
  'vedlegg',
  'filnavn',
  'søknad',
  'rapport_2026',
  'les-meg',
  'skjema-v2',
  'IMG_0042',
  'cv',
  'budsjett',
  'kart.2',
  'melding',
] as const
const ENDINGS = [
  'pdf',
  'docx',
  'xlsx',
  'md',
  'zip',
  'odt',
  'json',
  'xml',
  'txt',
  'jpeg',
  'png',
  'csv',
  'PDF',
  'asice',
  'sh',
  'py',
  'mov',
  'html',
  'js',
] as const
const ABBREVIATIONS = [
  'f.eks.',
  'bl.a.',
  'jf.',
  'ca.',
  'evt.',
  'dvs.',
  'iht.',
  'inkl.',
  'ekskl.',
  'pga.',
  'vha.',
  't.d.',
  'm.a.o.',
  'mht.',
  'vedr.',
] as const
const LIST_ENDS = ['osv.', 'mv.', 'm.m.', 'o.l.', 'e.l.', 'm.fl.', 'o.fl.', 'm.v.', 'etc.'] as const
const STREETS = ['Storgata', 'Bakkeveien', 'St. Olavs gate', 'Fjordv.', 'Kirkeg.', 'Øvregata', 'H. Ibsens gt.'] as const

const date = (random: Random): string => {
  const [day, month, year] = [random.integer(1, 28), random.integer(1, 12), random.integer(2024, 2029)]
  return random.pick([
    `${day}.${month}.${year}`,
    `${pad(day)}.${pad(month)}.${year}`,
    `${day}.${month}.`,
    `${pad(day)}.${pad(month)}.${year % 100}`,
  ])
}

const time = (random: Random): string =>
  random.pick([
    `kl. ${pad(random.integer(7, 22))}.${pad(random.integer(0, 59))}`,
    `kl.${random.integer(7, 22)}.${pad(random.integer(0, 59))}`,
    `kl. ${random.integer(7, 22)}`,
    `${pad(random.integer(7, 22))}.${pad(random.integer(0, 59))}`,
  ])

const amount = (random: Random): string => {
  const value = thousands(random.integer(120, 3_400_000))
  return random.pick([
    `kr ${value},${pad(random.integer(0, 99))}`,
    `${value} kroner`,
    `${value},-`,
    `kr.${value}`,
    `NOK ${value}.00`,
    `${value} kr`,
  ])
}

/** What fills a template's `{slot}`: the names, numbers and shorthand that notices are full of. */
const SLOTS: Readonly<Record<string, (random: Random) => string>> = {
  name: (random) =>
    `${random.pick(FIRST)} ${random.chance(0.2) ? `${random.pick(['A', 'B', 'K', 'M'])}. ` : ''}${random.pick(LAST)}`,
  initials: (random) =>
    `${random.pick(['A.', 'J.P.', 'K.', 'Kari M.', 'Dr.', 'Hr.'])}${random.pick(['', ' '])}${random.pick(LAST)}`,
  place: (random) => random.pick(PLACES),
  body: (random) => (random.chance(0.4) ? `${random.pick(PLACES)} kommune` : random.pick(BODIES)),
  topic: (random) => random.pick(TOPICS),
  date,
  time,
  amount,
  days: (random) => String(random.integer(2, 60)),
  number: (random) => String(random.integer(2, 900)),
  code: (random) => String(random.integer(100_000, 999_999)),
  organisation: (random) =>
    `${random.pick(['Org.nr.', 'Org.nr', 'Orgnr.', 'org.nr.', 'Organisasjonsnummer'])} ${random.integer(810_000_000, 999_999_999)}`,
  case: (random) =>
    `${random.pick(['Saksnr.', 'Ref.nr.', 'Ref.', 'sak nr.', 'Journalnr.'])} ${random.integer(20, 29)}${random.pick(['/', '.', '-'])}${random.integer(100, 99_999)}`,
  phone: (random) => {
    const pairs = Array.from({ length: 4 }, () => random.integer(21, 99))
    return `${random.pick(['tlf.', 'tlf. ', 'telefon ', ''])}${pairs.join(random.pick([' ', ' ', '.']))}`
  },
  account: (random) => `${random.integer(1000, 9999)}.${random.integer(10, 99)}.${random.integer(10_000, 99_999)}`,
  file: (random) => `${random.pick(FILES)}.${random.pick(ENDINGS)}`,
  section: (random) =>
    `${random.pick(['§ ', '§', '§§ '])}${random.integer(1, 30)}${random.pick(['.', '-'])}${random.integer(1, 12)}`,
  point: (random) =>
    `${random.pick(['punkt', 'pkt.', 'kapittel', 'avsnitt', 'versjon', 'section'])} ${random.integer(1, 9)}.${random.integer(1, 12)}${random.pick(['', `.${random.integer(1, 9)}`, `.${random.integer(1, 9)}.${random.integer(1, 9)}`])}`,
  percent: (random) =>
    `${random.integer(1, 99)}${random.pick(['.', ','])}${random.integer(0, 9)}${random.pick(['%', ' %', ' pst.'])}`,
  abbreviation: (random) => random.pick(ABBREVIATIONS),
  listEnd: (random) => random.pick(LIST_ENDS),
  street: (random) => `${random.pick(STREETS)} ${random.integer(1, 140)}${random.pick(['', ' B', ' C', 'A'])}`,
  property: (random) =>
    `gnr. ${random.integer(1, 240)}${random.pick([', bnr. ', '/bnr.', ' bnr.'])}${random.integer(1, 900)}`,
  email: (random) =>
    `${random.pick(['post', 'postmottak', 'hjelp', 'ola.nordmann', 'kari_li', 'sak+22'])}@${random.pick(['lillevik.kommune.no', 'etaten.no', 'example.com', 'mail.example.org'])}`,
  keyword: (random) =>
    random.pick([
      '$recipientName$',
      '$sendersName$',
      '$correspondenceRecipientName$',
      '{textToken}',
      '$recipientNumber$',
    ]),
}

/** Fills every `{slot}` of a template; braces around anything else stay. */
export const fillSlots = (template: string, random: Random): string =>
  template.replace(/\{(\w+)\}/g, (written, slot: string) => SLOTS[slot]?.(random) ?? written)

import { once } from '../../once.ts'
import { latinLookAlike } from './confusables.ts'

/**
 * What a name after the last dot proves.
 *
 * - `clear`: nothing but a domain, even as `.Com` after a lower-case word.
 * - `likely`: a domain when it is written as one.
 * - `word`: also a word that starts sentences or names a field (`er`, `to`, `name`); counts with other evidence.
 * - `suffix`: also a file ending or an abbreviation (`md`, `nr`); counts only where nothing else could be meant.
 */
export type TopLevelDomain = 'clear' | 'likely' | 'word' | 'suffix'

const split = (names: string): readonly string[] => names.split(' ')

/** Country codes of IANA's root zone (2026) in pairs of letters, without those of the lists further down. */
const COUNTRIES =
  'acadaeafagaiaoaqarauawaxazbabbbdbfbgbhbibjbmbnbobrbsbtbvbwbzcdcfcgchcickclcncocrcucvcwcxcyczdedjdkdmdzeceeesetfi' +
  'fjfkfmfofrgbgdgegfggghgiglgmgngpgqgsgtgugwgyhkhnhthuieilioiqirjejmjojpkekhkiknkpkwkykzlblclilklrlsltlulvlymcmhmk' +
  'mnmpmqmtmumwmxmzncnengnlnonpnunzpepfpgphpkpnptpwqarorurwsbscsdsesgsisjskslsmsnsssusvsxsysztctdtftgthtjtktltmtntt' +
  'tvtwtzuaugukusuyuzvavcvevgvnvuwfwsyeytzazmzw'

/** Generic names of that zone, those that sites and those that fraud live under. */
const GENERIC =
  'info biz mobi pro int mil edu gov io eu app dev cloud online site website shop store xyz top club vip icu click ' +
  'buzz cfd sbs bond cyou rest monster quest lol makeup yachts win bid loan review stream trade download party ' +
  'science webcam world ltd digital agency company group support services solutions systems tech technology ' +
  'network center media insure finance money cash tax legal health clinic doctor software hosting zone design ' +
  'studio global international academy school education university community foundation social events jobs careers ' +
  'video photo games game bet casino codes wiki guru ninja rocks cat coop museum aero travel asia fyi xxx chat ' +
  'shopping sale deals discount express delivery fit fitness fun gmbh inc llc limited ventures capital credit ' +
  'loans mortgage properties rent rentals hotels press report reviews news blog eco ngo ong law expert consulting ' +
  'management marketing cards gifts tickets guide tools works page live life link today direct market markets ' +
  'exchange trading forex fund partners holdings supply cleaning bank help host space рф рус бел укр срб мкд бг ею ' +
  'қаз мон орг сайт онлайн ελ ευ'

/** Words of bokmål, nynorsk and English that a sentence, a name of a field or a title in front of a name is made of. */
const WORDS =
  'al am as at be by ca cm do eg er ga gr hm id im in is it kg km la ma me mg mm ms my na ni om pa pm re sa so sr ' +
  'to vi bar best bio call care case contact data date day email fan foo gift got here how ing kim land like man ' +
  'med men mom name new next now one open pay phone place plus post pub read run safe save show ski sky spa star ' +
  'talk team tel tips trust vet vin vote work you zero'

/** Endings of files and abbreviations: `les.md`, `Org.nr`, `9.800.kr`. */
const SUFFIXES = 'cc hr kr md ml mo mov mr mv nf nr pl pr ps py rs sh st tr zip'

const KNOWN = once(() => {
  const known = new Map<string, TopLevelDomain>()
  for (const name of COUNTRIES.match(/../g) ?? []) known.set(name, 'likely')
  for (const name of split(GENERIC))
    known.set(Array.from(name, (letter) => latinLookAlike(letter) ?? letter).join(''), 'likely')
  for (const name of split(WORDS)) known.set(name, 'word')
  for (const name of split(SUFFIXES)) known.set(name, 'suffix')
  for (const name of split('com org net')) known.set(name, 'clear')
  return known
})

/**
 * What a name proves at the end of a domain; `undefined` when no such top-level domain is known. Case is ignored. The
 * name is of folded text, so that `рф` is asked for with a Latin `p`.
 */
export function topLevelDomain(name: string): TopLevelDomain | undefined {
  const lowerCase = name.toLowerCase()
  // A name in punycode is written by a machine; the root zone's own are all a reader will ever meet.
  return lowerCase.startsWith('xn--') ? 'clear' : KNOWN().get(lowerCase)
}

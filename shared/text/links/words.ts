/** Small sets of words that tell a domain from the end of a sentence. All in lower case. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** What stands before a full stop without ending a sentence. A dot after one of these joins no domain. */
export const ABBREVIATIONS = words(
  'adr alm apr art aug avd avg avs bl bnr ca cand dec des dir dr dvs eks ekskl el ev evt fa febr feb fl fnr forts fr ' +
    'gnr hhv hr ifm iht ila inkl innb jan jf jfr jun kap kl kr ktr lic lør mag maks mar medl mht mill min mnd ' +
    'mr mrs ms mv mva nov nr okt ons orgnr osv p pga pkt pr prof pst red ref saksnr sept sep siv sl snr spm st ' +
    'stk str stud søn tidl tils tilsv tirs tlf tor tsl utg utl ved vedk vedr vha vol vs årg etc eg ie dept approx ' +
    'incl excl est ext inc ltd',
)

/** Names that a Norwegian reader takes for a site, however the dot after them is written. */
export const WELL_KNOWN_NAMES = words(
  'altinn brreg digdir digipost helsenorge lanekassen lånekassen minid nav skatteetaten udi vegvesen vipps',
)

/** Services that shorten or open links, under a top-level domain that would otherwise pass for a word. */
export const SHORTENERS = words(
  'fb.me lnkd.in m.me s.id shorturl.at t.co t.ly t.me v.gd wa.me youtu.be aka.ms g.co amzn.to is.gd signal.me',
)

/** Words before a spaced or spelt-out dot that speak about the dot: `slutter på .no`, `sett punktum no`. */
export const NOT_A_NAME = words(
  'a an and any at brukar bruker by domain domenet ei eier eigar ein eit eitt en endelsen ending endinga er et ' +
    'ett every first for fra from frå full gjennom har i in ingen is last little med men mot no not nye of og on ' +
    'one or our over på red rød set setje sett sette sluttar slutter small som standard status stor svart the ' +
    'then til to two under utan uten ved vi with without your',
)

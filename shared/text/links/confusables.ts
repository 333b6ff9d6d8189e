/**
 * Letters that look like a Latin one, and the Latin letter they are read as. Cyrillic, Greek, Armenian and the Latin
 * small capitals: the alphabets that phones show in the same typeface as ours.
 */
const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  ['аӑӓвсԁеёєԍһіїјкӏмнпорԛгѕтѵѡшхуғь', 'aaabcdeeeghiijklmhnopqrstvwwxyfb'],
  ['АВСЕЁНІЇЈКМОРЅТХУѴԌӀԜ', 'ABCEEHIIJKMOPSTXYVGIW'],
  ['αβγεηικνορστυχωϲϳ', 'abyenikvopotuxwcj'],
  ['ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'],
  ['ıɑɡɩɴᴏᴄᴀᴇɪᴋᴍᴘᴛᴜᴠᴡʀꜱʏᴢʙᴅɢᴊʜʟ', 'iaginocaeikmptuvwrsyzbdgjhl'],
  ['օոսհցզ', 'onuhgq'],
  ['。｡٠۰۔܁܂ꓸ꘎꞉∶⁄∕⧸⟋', '.........::////'],
]

const LATIN = new Map<string, string>()
for (const [foreign, latin] of LOOK_ALIKES) {
  for (const [index, letter] of Array.from(foreign).entries()) LATIN.set(letter, latin.charAt(index))
}

/** The Latin letter or ASCII sign that a character is read as, or `undefined` for one that looks like itself. */
export const latinLookAlike = (character: string): string | undefined => LATIN.get(character)

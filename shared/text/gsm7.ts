/** The characters of the GSM 7-bit default alphabet, one septet each. 3GPP TS 23.038, table 6.2.1. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'

/** The characters of its extension table: an escape and a second septet. 3GPP TS 23.038, table 6.2.1.1. */
const EXTENSION = '\f^{}\\[~]|€'

const SEPTETS = new Map<string, number>()
for (const character of BASIC) SEPTETS.set(character, 1)
for (const character of EXTENSION) SEPTETS.set(character, 2)

/** How many septets a character takes in the GSM alphabet; `undefined` where it is not in it. */
export const gsm7Septets = (character: string): number | undefined => SEPTETS.get(character)

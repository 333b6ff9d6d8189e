/** Anything that could end a header line or hide in one: C0 and C1 controls and the Unicode line separators. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/

const CONTROL_RUN = new RegExp(`\\r\\n|${CONTROL.source}`, 'g')

/** Whether a text contains a character that must never reach a header. */
export const hasControlCharacter = (text: string): boolean => CONTROL.test(text)

/** A text on one line: each line break, and each other control character, becomes one space. */
export const toOneLine = (text: string): string => text.replace(CONTROL_RUN, ' ')

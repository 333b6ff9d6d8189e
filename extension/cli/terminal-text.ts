/** Characters that steer a terminal, or turn its text around: the author of a text must not move its reader's screen. */
const STEERING = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

/** The same without what a message of several lines has: line ends, tabs, and what joins letters and emoji. */
const STEERING_IN_LINES = /(?!\n|\t|\u00ad|\u200c|\u200d|[\u{e0020}-\u{e007f}])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu

const escaped = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`

/** A text that is not ours, as a terminal may show it on one line. */
export const onOneLine = (text: string): string => text.replaceAll(STEERING, escaped)

/** The same on as many lines as it has. */
export const onItsLines = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll(STEERING_IN_LINES, escaped)

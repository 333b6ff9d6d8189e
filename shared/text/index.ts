export { hasControlCharacter, toOneLine } from './control-characters.ts'
export { htmlToPlainText } from './plain-text.ts'
export { measureSms, type SmsEncoding, type SmsSize } from './segments.ts'

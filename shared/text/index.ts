export { hasControlCharacter, toOneLine } from './control-characters.ts'
export {
  expandKeywords,
  expandToLongest,
  findKeywords,
  KEYWORDS,
  type Keyword,
  type KeywordMatch,
  type KeywordValues,
  ORDER_KEYWORDS,
  SAMPLE_VALUES,
} from './keywords.ts'
export { htmlToPlainText } from './plain-text.ts'
export { measureSms, type SmsEncoding, type SmsSize } from './segments.ts'

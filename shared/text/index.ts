export { hasControlCharacter, toOneLine } from './control-characters.ts'
export { escapeHtml } from './html/escape-html.ts'
export {
  expandKeywords,
  expandToLongest,
  findKeywords,
  KEYWORDS,
  type KeywordValues,
  ORDER_KEYWORDS,
  SAMPLE_VALUES,
} from './keywords.ts'
export { expandKeywordsInHtml } from './keywords-html.ts'
export { nearestWord } from './keywords-nearest.ts'
export { htmlToPlainText } from './plain-text.ts'
export { measureSms } from './segments.ts'

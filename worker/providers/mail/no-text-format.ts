/**
 * Stands in for what the mail parser makes of a mail's text: plain text of HTML, HTML of plain text, and heads to put before them
 * (`alias` in wrangler.toml). Nothing here reads the text of a mail: a report says what it says in parts of its own.
 */
const nothing = (): string => ''

export {
  nothing as decodeHTMLEntities,
  nothing as escapeHtml,
  nothing as formatHtmlHeader,
  nothing as formatTextHeader,
  nothing as htmlToText,
  nothing as textToHtml,
}

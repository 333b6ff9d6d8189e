import { table } from '../../table.ts'

const REFERENCES = table<string>({
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
})

/** A text as HTML that shows it, between tags as well as in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"']/g, (character) => REFERENCES.get(character) ?? character)

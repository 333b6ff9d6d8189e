/** @import { Language, Words } from '@straks/shared' */

/**
 * A sentence in one language, its `{name}` places filled. The page's own: browsers load no workspace packages.
 *
 * @param {Words} words
 * @param {Language} language
 * @param {Readonly<Record<string, string | number>>} [data]
 * @returns {string}
 */
export function say(words, language, data = {}) {
  return words[language].replace(/\{(\w+)\}/g, (place, name) => String(data[name] ?? place))
}

/**
 * Stands in for the mail parser's table of HTML's named characters (`alias` in wrangler.toml), a twentieth of the bundle. It is for
 * the text of mails in HTML, which nothing here reads: a report says what it says in parts of its own.
 */
export const htmlEntities: Readonly<Record<string, string>> = {}

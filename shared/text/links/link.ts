/** How a link was recognised. A disguise outranks the shape under it: `https://аltinn.no` is a `homograph`. */
export type LinkKind =
  | 'scheme'
  | 'www'
  | 'domain'
  | 'ip-address'
  | 'punycode'
  | 'percent-encoded'
  | 'entity-encoded'
  | 'defanged'
  | 'spaced'
  | 'spelt-out'
  | 'homograph'
  | 'hidden'
  | 'html'
  | 'markdown'

/** Where a link stands in a text: `start` inclusive, `end` exclusive, in UTF-16 units of the text as it was given. */
export type LinkMatch = { readonly start: number; readonly end: number; readonly kind: LinkKind }

/** Part of the folded text, in its own UTF-16 units. */
export type FoldedLink = LinkMatch

/** Blocks with room around them in a browser: an empty line before and after. */
const PARAGRAPHS = 'p h1 h2 h3 h4 h5 h6 blockquote figure pre listing xmp plaintext hr dl ul ol menu dir fieldset'

/** Blocks without: a line of their own. */
const LINES =
  'html body div section article aside nav main header footer hgroup address center form search details summary ' +
  'figcaption legend dialog optgroup option table caption thead tbody tfoot tr li dt dd'

/** What no browser shows: the language of a browser without scripts, as mail programs are. */
const UNSEEN = 'script style title template iframe noembed noframes datalist rp'

const LINE_ENDS = new Map([
  ...PARAGRAPHS.split(' ').map((name) => [name, 2] as const),
  ...LINES.split(' ').map((name) => [name, 1] as const),
])

/** How many line ends stand around an element; 0 for one within a line. */
export const lineEndsAround = (name: string): number => LINE_ENDS.get(name) ?? 0

/** Elements whose content is not shown. */
export const UNSEEN_ELEMENTS: ReadonlySet<string> = new Set(UNSEEN.split(' '))

/** Elements whose white space counts. */
export const PREFORMATTED: ReadonlySet<string> = new Set(['pre', 'listing', 'xmp', 'plaintext', 'textarea'])

/** Lists, and whether their items are numbered. */
export const LISTS: ReadonlyMap<string, boolean> = new Map([
  ['ul', false],
  ['menu', false],
  ['dir', false],
  ['ol', true],
])

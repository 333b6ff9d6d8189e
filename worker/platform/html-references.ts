/**
 * The tree of HTML's named character references, in the place of the tokenizer's own (`alias` in wrangler.toml), which weighs a
 * twentieth of the bundle and is unpacked at each start. Empty until `readTables` has given it.
 */
export let htmlDecodeTree: Uint16Array = new Uint16Array()

/** Gives the tree to every tokenizer that is made from now on. */
export function giveHtmlReferences(tree: readonly number[]): void {
  htmlDecodeTree = Uint16Array.from(tree)
}

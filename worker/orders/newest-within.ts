/**
 * The newest of a list, which has the oldest first, that together are not longer than an answer may be; always the very newest.
 *
 * @param mostUnits UTF-16 units of their JSON
 */
export function newestWithin<Item>(items: readonly Item[], mostUnits: number): readonly Item[] {
  let units = 0
  const first = items.findLastIndex((item) => {
    units += JSON.stringify(item).length
    return units > mostUnits
  })
  return items.slice(Math.min(first + 1, items.length - 1))
}

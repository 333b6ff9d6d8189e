/** How many other objects are asked at once: enough to be quick, few enough to leave room for other requests. */
const BATCH = 50

/** Does something with each, some at a time, in order. */
export async function inBatches<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = []
  for (let first = 0; first < items.length; first += BATCH)
    made.push(...(await Promise.all(items.slice(first, first + BATCH).map(make))))
  return made
}

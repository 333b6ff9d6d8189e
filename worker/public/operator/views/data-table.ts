import { element } from '../../common/element.ts'

export type Cell = string | number | Node

const isNumber = (cell: Cell): boolean => typeof cell === 'number'

/**
 * A table under its caption. On a narrow screen each row becomes a list of its cells, each with its column's name: the
 * roles are written out, since such a layout would take them away. Where a wide table has no room, it scrolls in its place.
 * The first cell of a row is its heading.
 */
export function dataTable(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  show: (value: number) => string,
): HTMLElement {
  const cell = (value: Cell, index: number): HTMLElement =>
    element(
      index === 0 ? 'th' : 'td',
      {
        ...(index === 0 ? { scope: 'row', role: 'rowheader' } : { role: 'cell', 'data-label': heads[index] }),
        ...(isNumber(value) && { class: 'number' }),
      },
      typeof value === 'number' ? show(value) : value,
    )
  const head = (words: string, index: number): HTMLElement => {
    const isOfNumbers = rows.some((row) => isNumber(row[index] ?? ''))
    return element('th', { scope: 'col', role: 'columnheader', ...(isOfNumbers && { class: 'number' }) }, words)
  }
  const row = (...cells: HTMLElement[]): HTMLElement => element('tr', { role: 'row' }, ...cells)
  return element(
    'div',
    { class: 'scrolls', role: 'region', tabindex: 0, 'aria-label': caption, 'data-focus': `table ${caption}` },
    element(
      'table',
      { role: 'table', 'aria-label': caption },
      element('caption', {}, caption),
      element('thead', { role: 'rowgroup' }, row(...heads.map(head))),
      element('tbody', { role: 'rowgroup' }, ...rows.map((cells) => row(...cells.map(cell)))),
    ),
  )
}

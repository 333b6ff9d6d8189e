const SVG = 'http://www.w3.org/2000/svg'

/** Strokes on a grid of 16. */
const PATHS = {
  tick: 'M3 8.5l3.4 3.4L13 5',
  clock: 'M8 4v4.2l2.6 1.8M8 1.8a6.2 6.2 0 1 0 0 12.4 6.2 6.2 0 0 0 0-12.4z',
  cross: 'M4 4l8 8M12 4l-8 8',
  copy: 'M5.5 5.5h7v8h-7zM10.5 5.5v-3h-7v8h2',
  mail: 'M2 4h12v8.5H2zM2 4.5l6 4.5 6-4.5',
  phone: 'M5 1.8h6v12.4H5zM7.3 12h1.4',
  away: 'M2 5.5c3.8-3 8.2-3 12 0M4.5 8.5c2.2-1.6 4.8-1.6 7 0M8 12.2v.1M2.5 14l11-12',
}

export type IconName = keyof typeof PATHS

/** Draws an icon. It says nothing to those who do not see it: the words beside it do. */
export function icon(name: IconName): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', PATHS[name])
  svg.setAttribute('viewBox', '0 0 16 16')
  svg.setAttribute('class', 'icon')
  svg.setAttribute('aria-hidden', 'true')
  svg.append(path)
  return svg
}

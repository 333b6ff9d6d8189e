import { element } from './element.ts'

/** The heading of a page: the service's mark and name, and what the page is. */
export const pageName = (page: string): HTMLElement =>
  element(
    'h1',
    {},
    element('img', { src: '/favicon.svg', alt: '', width: 30, height: 30 }),
    'straks ',
    element('span', {}, page),
  )

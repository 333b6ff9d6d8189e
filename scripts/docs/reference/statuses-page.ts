import { STATUS_MEANINGS } from '../../../worker/domain/status-meanings.ts'
import { code, paragraphs, table } from '../markdown.ts'
import type { DocsPage } from '../page.ts'
import { ORDER_STATUS_MEANINGS } from './order-status-meanings.ts'

const meanings = (statuses: Readonly<Record<string, string>>): string =>
  table(
    ['Status', 'Meaning'],
    Object.entries(statuses).map(([status, meaning]) => [code(status), meaning]),
  )

/** Every status, and what it tells a client. */
export const statusesPage = (): DocsPage => ({
  path: 'statuses',
  title: 'Statuses',
  summary: 'Every status of a message and of a shipment, and what it tells you.',
  language: 'en',
  part: 'reference',
  listed: true,
  markdown: paragraphs(
    '# Statuses',
    'A status that is final never changes again.',
    '## Messages',
    meanings(STATUS_MEANINGS),
    '## Shipments of orders',
    meanings(ORDER_STATUS_MEANINGS),
  ),
})

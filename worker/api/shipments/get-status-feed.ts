import { ok, words } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import { NOTIFICATIONS_CREATE } from '../../auth/authenticate.ts'
import { FEED_ORDERS, FEED_PAGE_SIZE_MAX } from '../../feed/feed-entry.ts'
import { readFeedQuery, writeFeedQuery } from '../../feed/feed-query.ts'
import { feedOf } from '../../platform/objects.ts'
import { organizationWith } from '../routing/access.ts'
import { json } from '../routing/documentation.ts'
import { defineRoute } from '../routing/route.ts'

const FeedQuery = () =>
  z.object({
    seq: z
      .int()
      .min(0)
      .optional()
      .describe(words(() => 'The last sequence number you have: entries after it are returned. Left out: 0.')),
    pageSize: z
      .int()
      .min(1)
      .max(FEED_PAGE_SIZE_MAX)
      .optional()
      .describe(
        words(
          () =>
            `The maximum number of entries; a number out of bounds is replaced by the nearest. Left out: ${FEED_PAGE_SIZE_MAX}.`,
        ),
      ),
    orderBy: z
      .enum(FEED_ORDERS)
      .optional()
      .describe(words(() => 'Oldest or newest first. With `Desc` and no `seq` you get the newest. Left out: `Asc`.')),
  })

/**
 * `GET /future/shipment/feed`: the caller's shipments that have become final, page by page.
 * docs/altinn/notifications.md §4.4; the checks come in the order of §1.2.
 *
 * The body is put together where the entries lie and passed on as it is: nothing here reads it.
 */
export const getStatusFeed = defineRoute({
  method: 'GET',
  path: '/future/shipment/feed',
  access: organizationWith(NOTIFICATIONS_CREATE),
  query: { schema: FeedQuery, read: readFeedQuery },
  documentation: described(() => ({
    id: 'getStatusFeed',
    summary: 'Follow all shipments',
    description:
      'Lists your organisation’s shipments that have ended, and how, each once. Numbers rise by one; a reader who has seen a number has seen all before it. Continue with the last one you have; an empty list means that there is nothing newer. A page has 500 entries and 4,194,304 characters at most: one that would be longer ends earlier.',
    answers: {
      200: json('The entries.', 'StatusFeedPage'),
    },
  })),
  handle: async ({ caller: { organization }, query, context }) => {
    context.note({ organization })
    const answer = await feedOf(context.env, organization).fetch(`https://feed/${writeFeedQuery(query)}`)
    // Made anew, because the headers of a fetched answer take no more.
    return ok(new Response(answer.body, answer))
  },
})

import { runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { Attachment } from '../../../worker/attachments/attachment.ts'
import { Correspondence } from '../../../worker/correspondence/correspondence.ts'
import { StatusFeed } from '../../../worker/feed/status-feed.ts'
import { OrderLedger } from '../../../worker/ledger/order-ledger.ts'
import { ConfigurationError } from '../../../worker/platform/configuration-error.ts'

const MISTAKEN: Env = { ...env, RETENTION_DAYS: 'ninety' }

/** An object as it starts under a deployment with a mistake in its settings. */
async function rings(
  namespace: DurableObjectNamespace,
  start: (ctx: DurableObjectState) => { alarm(): Promise<void> },
) {
  return runInDurableObject(namespace.getByName(crypto.randomUUID()), async (_, ctx) => {
    await start(ctx).alarm()
    return ctx.storage.getAlarm()
  })
}

it('a ledger rings again where settings are wrong', async () => {
  expect(await rings(env.ORDER_LEDGER, (ctx) => new OrderLedger(ctx, MISTAKEN))).toBeGreaterThan(Date.now())
})

it('a ledger says to its callers what is wrong', async () => {
  const said = await runInDurableObject(env.ORDER_LEDGER.getByName(crypto.randomUUID()), (_, ctx) =>
    new OrderLedger(ctx, MISTAKEN).withReference('x', 1).then(
      () => undefined,
      (error: unknown) => error,
    ),
  )
  expect(said).toBeInstanceOf(ConfigurationError)
})

it('a correspondence rings again', async () => {
  expect(await rings(env.CORRESPONDENCE, (ctx) => new Correspondence(ctx, MISTAKEN))).toBeGreaterThan(Date.now())
})

it('a feed rings again', async () => {
  expect(await rings(env.STATUS_FEED, (ctx) => new StatusFeed(ctx, MISTAKEN))).toBeGreaterThan(Date.now())
})

it('an attachment starts: it needs the settings only where it forgets', async () => {
  expect(await rings(env.ATTACHMENT, (ctx) => new Attachment(ctx, MISTAKEN))).toBeNull()
})

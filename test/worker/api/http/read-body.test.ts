import { describe, expect, it } from 'vitest'
import { BodyIncomplete, readInTime } from '../../../../worker/api/http/body-reader.ts'
import { readBody } from '../../../../worker/api/http/read-body.ts'

const WITHIN_MS = 100
const byte = Uint8Array.of(32)

/** A body of which a byte comes now and then, for ever. */
const trickle = (everyMs: number) =>
  new ReadableStream<Uint8Array>({
    async pull(controller) {
      await scheduler.wait(everyMs)
      controller.enqueue(byte)
    },
  })

const post = (body: ReadableStream<Uint8Array>) => new Request('https://straks.example/', { method: 'POST', body })

describe('a body that trickles in', () => {
  it.each([10, 10_000])('is refused where it is not whole in time: a byte each %d ms', async (everyMs) => {
    expect(await readBody(post(trickle(everyMs)), WITHIN_MS)).toEqual({
      ok: false,
      failure: { reason: 'body-incomplete', withinMs: WITHIN_MS },
    })
  })

  it('is refused, and is no failure of ours, where its client hangs up', async () => {
    const broken = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.error(Object.assign(new Error('Network connection lost.'), { retryable: true })),
    })
    expect(await readBody(post(broken))).toMatchObject({ ok: false, failure: { reason: 'body-incomplete' } })
  })

  it('may take as long as it likes where it is a file, if each part comes in time', async () => {
    const reader = readInTime(trickle(WITHIN_MS / 4), WITHIN_MS)
    for (let part = 0; part < 8; part++) expect(await reader.read()).toEqual({ done: false, value: byte })
  })

  it('is given up where the next part of a file does not come', async () => {
    await expect(readInTime(trickle(10_000), WITHIN_MS).read()).rejects.toBeInstanceOf(BodyIncomplete)
  })
})

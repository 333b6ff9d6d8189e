import { describe, expect, it } from 'vitest'
import { Limiter } from '../../../worker/platform/limiter.ts'

describe('a limiter', () => {
  it('let no more run at once than there are, and everything in its order', async () => {
    const limiter = new Limiter(3)
    const began: number[] = []
    let running = 0
    let most = 0
    const work = (index: number) =>
      limiter.run(async () => {
        began.push(index)
        most = Math.max(most, ++running)
        await scheduler.wait(1)
        running--
        return index
      })
    const all = Array.from({ length: 20 }, (_, index) => index)
    expect(await Promise.all(all.map(work))).toEqual(all)
    expect([most, began]).toEqual([3, all])
  })

  it('do the same to each item, and give what came of them in the order of the items', async () => {
    let running = 0
    let most = 0
    const made = await new Limiter(2).map([30, 1, 20, 5], async (ms) => {
      most = Math.max(most, ++running)
      await scheduler.wait(ms)
      running--
      return ms * 2
    })
    expect([made, most]).toEqual([[60, 2, 40, 10], 2])
  })

  it('pass on from work that fails', async () => {
    const limiter = new Limiter(1)
    const failing = limiter.run(() => Promise.reject(new Error('no')))
    const next = limiter.run(async () => 'yes')
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('yes')
    expect(await limiter.run(async () => 'again')).toBe('again')
  })
})

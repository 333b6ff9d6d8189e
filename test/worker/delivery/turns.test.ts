import { describe, expect, it } from 'vitest'
import { Turns } from '../../../worker/delivery/turns.ts'

describe('turns', () => {
  it('let no more run at once than there are, and everything in its order', async () => {
    const turns = new Turns(3)
    const began: number[] = []
    let running = 0
    let most = 0
    const work = (index: number) =>
      turns.take(async () => {
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

  it('pass on from work that fails', async () => {
    const turns = new Turns(1)
    const failing = turns.take(() => Promise.reject(new Error('no')))
    const next = turns.take(async () => 'yes')
    await expect(failing).rejects.toThrow('no')
    expect(await next).toBe('yes')
    expect(await turns.take(async () => 'again')).toBe('again')
  })
})

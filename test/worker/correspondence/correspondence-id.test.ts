import { describe, expect, it } from 'vitest'
import { deriveCorrespondenceId, parseCorrespondenceId } from '../../../worker/correspondence/correspondence-id.ts'

const KEY = '6f0b6f0e-1f0a-4a3e-9b2e-6a1f3a2b4c5d'

describe('the id of a correspondence', () => {
  it('is the same for the same key of the same organisation, and a UUID version 8', async () => {
    const id = await deriveCorrespondenceId('ttd', KEY)
    expect(await deriveCorrespondenceId('ttd', KEY.toUpperCase())).toBe(id)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  })

  it('is another for another key or organisation', async () => {
    const ids = [await deriveCorrespondenceId('ttd', KEY), await deriveCorrespondenceId('skd', KEY)]
    expect(new Set([...ids, await deriveCorrespondenceId('ttd', crypto.randomUUID())]).size).toBe(3)
  })

  it('never changes, or a retry after a deployment would send again', async () => {
    expect(await deriveCorrespondenceId('ttd', KEY)).toMatchInlineSnapshot(`"b9d78fe7-f664-80ec-8b8e-7c894df51698"`)
  })

  it('is read in any letter case, and only where it is one', () => {
    expect(parseCorrespondenceId(KEY.toUpperCase())).toBe(KEY)
    for (const text of ['', 'x', `${KEY}0`, KEY.replaceAll('-', ''), undefined])
      expect(parseCorrespondenceId(text)).toBeUndefined()
  })
})

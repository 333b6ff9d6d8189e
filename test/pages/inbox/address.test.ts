import { describe, expect, it } from 'vitest'
import { atAddress } from '../../../worker/public/inbox/control/address-bar.ts'
import { messageAddress, readAddress } from '../../../worker/public/inbox/model/address.ts'
import { initialState } from '../../../worker/public/inbox/model/page-state.ts'

const begin = initialState('en')

describe('the address of the inbox', () => {
  it('leads back to the messages from another part, as the browser’s Back does', () => {
    const activity = atAddress(begin, '#/activity')
    expect(activity.view).toBe('activity')
    expect(atAddress(activity, '').view).toBe(begin.view)
  })

  it('leads to the message whose id it was made of', () => {
    for (const id of ['b56f3cde', 'a/b', '100 %', 'ø#?']) {
      expect(readAddress(messageAddress(id))).toEqual({ kind: 'message', id })
    }
  })

  it.each(['#/message/%', '#/message/%E0%A4%A', '#/message/', '#/elsewhere', '#', ''])(
    'leads to the page as it begins where %j names nothing',
    (hash) => {
      expect(atAddress(begin, hash)).toEqual(begin)
    },
  )
})

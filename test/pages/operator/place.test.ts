import { describe, expect, it } from 'vitest'
import { foundAddress, readDeskPlace, shipmentAddress } from '../../../worker/public/operator/model/place.ts'

const ID = 'caa7f1c0-9d7b-8e56-8d3f-5350f4eb9301'

describe('an address of the operator’s page', () => {
  it('leads to one message', () => {
    expect(readDeskPlace(shipmentAddress(ID, 'ttd & co'))).toEqual({
      view: 'shipment',
      shipmentId: ID,
      organization: 'ttd & co',
    })
    expect(readDeskPlace(shipmentAddress(ID.toUpperCase()))).toMatchObject({ shipmentId: ID, organization: undefined })
  })

  it('leads to what a link looks for, and names no recipient', () => {
    expect(readDeskPlace(foundAddress({ organization: 'ttd', state: 'dead' }))).toEqual({
      view: 'find',
      organization: 'ttd',
      state: 'dead',
    })
    expect(readDeskPlace('#/find?state=toString&recipient=1')).toEqual({
      view: 'find',
      organization: undefined,
      state: undefined,
    })
  })

  it.each(['', '#', '#/', '#/nothing', '#/shipment/x', '#/constructor'])('leads to the start from %j', (hash) => {
    expect(readDeskPlace(hash)).toEqual({ view: 'now' })
  })
})

import { expect, it } from 'vitest'
import { OPERATOR, operatorClient } from './support.ts'

// A provider is paused where a test has the service to itself: test/process. Here others send at the same time.
it('a provider that no setting names can be neither paused nor resumed', async () => {
  const operator = await operatorClient()
  for (const action of ['pause', 'resume']) {
    const answer = await operator.ask('POST', `${OPERATOR}/providers/unheard-of/${action}`)
    expect([answer.status, answer.json.type]).toEqual([404, 'urn:straks:error:provider-unknown'])
  }
})

it('a provider that works is resumed without effect', async () => {
  const answer = await (await operatorClient()).ask('POST', `${OPERATOR}/providers/inbox/resume`)
  expect([answer.status, answer.json]).toEqual([200, { provider: 'inbox', paused: false }])
})

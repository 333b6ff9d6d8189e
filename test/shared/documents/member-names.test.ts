import { expect, it, vi } from 'vitest'

// A schema takes milliseconds to make: the first finding of an editor, or of a Worker that has just been started, must not
// wait for those of requests that it is not about.
it('the first finding makes the schema of no kind after the one that has the member', async () => {
  vi.resetModules()
  const { documentKinds } = await import('../../../shared/documents/index.ts')
  const made: string[] = []
  for (const kind of documentKinds) {
    const { schema } = Object.getOwnPropertyDescriptors(kind)
    Object.defineProperty(kind, 'schema', {
      ...schema,
      get() {
        made.push(kind.name)
        return schema.get?.call(kind)
      },
    })
  }
  const { redactPath } = await import('../../../shared/redact.ts')
  const [first] = documentKinds
  expect(redactPath(['RECIPIENTSMS', 'phoneNumber'])).toEqual(['RECIPIENTSMS', 'phoneNumber'])
  expect(made).toEqual([first?.name])
  expect(redactPath(['recipientSms', 'written by its sender'])).toEqual(['recipientSms'])
  expect(new Set(made)).toEqual(new Set(documentKinds.map(({ name }) => name)))
})

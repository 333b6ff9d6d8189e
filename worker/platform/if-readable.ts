/** What can be read; `undefined` where what is stored cannot. */
export function ifReadable<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}

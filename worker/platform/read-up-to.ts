/** Reads a stream as UTF-8 text; `undefined`, and the rest is not read, where it is longer than the limit. */
export async function readUpTo(stream: ReadableStream<Uint8Array>, limitBytes: number): Promise<string | undefined> {
  const decoder = new TextDecoder()
  const reader = stream.getReader()
  let text = ''
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength
    if (size > limitBytes) {
      await reader.cancel()
      return undefined
    }
    text += decoder.decode(part.value, { stream: true })
  }
  return text + decoder.decode()
}

/** The first bytes of a stream; the rest is not read. */
export async function readStart(
  stream: ReadableStream<Uint8Array>,
  limitBytes: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const kept = new Uint8Array(limitBytes)
  const reader = stream.getReader()
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const room = part.value.subarray(0, limitBytes - size)
    kept.set(room, size)
    size += room.byteLength
    if (size < limitBytes) continue
    await reader.cancel()
    break
  }
  return kept.slice(0, size)
}

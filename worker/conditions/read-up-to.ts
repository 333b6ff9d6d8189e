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

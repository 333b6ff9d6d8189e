/** Lines of one part that are kept: a report's own are some dozen, and so are the headers before them. */
const PART_MOST_LINES = 400

/** Lines that are kept in all. The parser takes some twenty microseconds for one, even if it is empty. */
const MOST_LINES = 2_000

/** Bytes of one line that are kept: twice what a line may have (RFC 5322 2.1.1). */
const LINE_MOST_BYTES = 2_000

const MOST_BYTES = 131_072

const LINE_FEED = 10
const DASH = 45

/**
 * A mail without what no report needs: the first lines of each part, and the first bytes of each line. So a report is found
 * behind a long text for people, and a mail that is written to keep the parser busy does not.
 */
export function abridge(mail: Uint8Array): Uint8Array<ArrayBuffer> {
  const kept = new Uint8Array(MOST_BYTES)
  let size = 0
  let lines = 0
  let linesOfPart = 0
  for (let start = 0; start < mail.length && lines < MOST_LINES; ) {
    const feed = mail.indexOf(LINE_FEED, start)
    const end = feed === -1 ? mail.length : feed
    // Whatever its boundary is, a part begins after a line with two dashes.
    if (mail[start] === DASH && mail[start + 1] === DASH) linesOfPart = 0
    if (linesOfPart < PART_MOST_LINES) {
      const line = mail.subarray(start, Math.min(end, start + LINE_MOST_BYTES))
      if (size + line.length >= MOST_BYTES) break
      kept.set(line, size)
      size += line.length
      kept[size++] = LINE_FEED
      lines++
    }
    linesOfPart++
    start = end + 1
  }
  return kept.slice(0, size)
}

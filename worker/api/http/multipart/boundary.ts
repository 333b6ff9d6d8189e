/** RFC 2046 section 5.1.1: what a boundary may be, with or without quotes around it. */
const BOUNDARY = /;\s*boundary=(?:"([\w'()+,./:=? -]{1,70})"|([\w'+.-]{1,70}))\s*(?:;|$)/i

/** No content type of a form is longer: one that is longer is none. */
const CONTENT_TYPE_MAX_UNITS = 512

/** The boundary that a form's content type names; `undefined` where it names none that there can be. */
export function boundaryOf(contentType: string): string | undefined {
  if (contentType.length > CONTENT_TYPE_MAX_UNITS) return undefined
  const [, quoted, plain] = BOUNDARY.exec(contentType) ?? []
  return quoted?.trimEnd() || plain
}

/** A file's name in a header, with every character that it has (RFC 6266, RFC 8187). */
function dispositionOf(fileName: string): string {
  const plain = fileName.replaceAll(/[^ !#$&+.\w()[\]^`{|}~-]/g, '_')
  const extended = encodeURIComponent(fileName.toWellFormed()).replaceAll(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`,
  )
  return `attachment; filename="${plain}"; filename*=UTF-8''${extended}`
}

/** Answers with a file out of the bucket, as one that a browser saves and never shows. */
export const fileResponse = ({ body, size }: R2ObjectBody, fileName: string): Response =>
  new Response(body, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(size),
      'content-disposition': dispositionOf(fileName),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  })

/** The media type of a file by its ending. */
const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['pdf', 'application/pdf'],
  ['xml', 'application/xml'],
  ['json', 'application/json'],
  ['txt', 'text/plain'],
  ['html', 'text/html'],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['zip', 'application/zip'],
])

/** Where an attachment's file is, in the only word that Altinn has for it. docs/altinn/correspondence.md §4.6. */
export const DATA_LOCATION = 'AltinnCorrespondenceAttachment'

export const mediaTypeOf = (fileName = ''): string =>
  MEDIA_TYPES.get(fileName.slice(fileName.lastIndexOf('.') + 1).toLowerCase()) ?? 'application/octet-stream'

/** Where Altinn's correspondence API lies. `spec/correspondence.md` 1. */
export const CORRESPONDENCE_PATH = '/correspondence/api/v1/correspondence'

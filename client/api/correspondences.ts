import type { Answer, Input, MakeCall } from '../http/call.ts'

/** Correspondences: messages in an inbox, and the notifications that tell of them. */
export type Correspondences = {
  /** Initialises correspondences. It is retried only where the request has an `idempotentKey`. */
  readonly initialise: (
    request: Input<'initialiseCorrespondence'>['body'],
  ) => Promise<Answer<'initialiseCorrespondence'>>
  /** Initialises correspondences from a form, with files. */
  readonly upload: (form: FormData) => Promise<Answer<'initialiseCorrespondenceFromForm'>>
  readonly get: (id: string) => Promise<Answer<'getCorrespondence'>>
  readonly details: (id: string) => Promise<Answer<'getCorrespondenceDetails'>>
  readonly content: (id: string) => Promise<Answer<'getCorrespondenceContent'>>
  readonly markAsRead: (id: string) => Promise<Answer<'markCorrespondenceAsRead'>>
  readonly confirm: (id: string) => Promise<Answer<'confirmCorrespondence'>>
  readonly purge: (id: string) => Promise<Answer<'purgeCorrespondence'>>
}

export const correspondencesApi = (call: MakeCall): Correspondences => ({
  initialise: (body) => call('initialiseCorrespondence', { body }),
  upload: (body) => call('initialiseCorrespondenceFromForm', { body }),
  get: (id) => call('getCorrespondence', { params: { id } }),
  details: (id) => call('getCorrespondenceDetails', { params: { id } }),
  content: (id) => call('getCorrespondenceContent', { params: { id } }),
  markAsRead: (id) => call('markCorrespondenceAsRead', { params: { id } }),
  confirm: (id) => call('confirmCorrespondence', { params: { id } }),
  purge: (id) => call('purgeCorrespondence', { params: { id } }),
})

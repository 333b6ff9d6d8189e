import { fail, ok, type Result } from '@straks/shared'
import * as z from 'zod'
import { described } from '#described'
import type { Failure } from '../../domain/failure.ts'
import type { RequestContext } from '../http/request-context.ts'
import type { OrganizationCaller } from '../routing/access.ts'
import { problem } from '../routing/documentation.ts'
import { defineRoute, type RouteAnswer } from '../routing/route.ts'
import { formDocument } from './form-document.ts'
import { initialise } from './initialise.ts'
import { ANSWERS, REFUSALS, SENDER } from './initialise-route.ts'
import { judgeMessage } from './judge-message.ts'
import { pairFiles } from './pair-files.ts'
import { discardFiles, FORM_TYPE, type Form, readForm } from './read-form.ts'

/** Initialises what a form asks for, with its files. */
async function initialiseForm(
  { fields, files }: Form,
  caller: OrganizationCaller,
  context: RequestContext,
): Promise<Result<RouteAnswer, Failure>> {
  const document = formDocument([...fields, ...files.map((file) => [file.name, file] as const)])
  const request = document.ok ? judgeMessage(document.value, context, 'correspondence-form') : document
  if (!request.ok) return request
  const paired = pairFiles(request.value.request, files)
  return paired.ok ? initialise(context, caller, request.value, paired.value) : paired
}

/**
 * `POST …/correspondence/upload`: the same as a form, with its files. Who calls is known before the form is read, as its
 * files are stored while it comes in. docs/altinn/correspondence.md §1.2, §8.
 */
export const initialiseFromForm = defineRoute({
  method: 'POST',
  path: '/upload',
  access: SENDER,
  body: {
    type: FORM_TYPE,
    schema: () => z.record(z.string(), z.string()),
    refusals: {
      ...REFUSALS,
      413: 'Its fields are larger than 256 KiB.',
      415: 'The body is not `multipart/form-data`.',
    },
    read: async (request) => ok(request),
  },
  documentation: described(() => ({
    id: 'initialiseCorrespondenceFromForm',
    summary: 'Initialise a message from a form',
    description:
      'The same as a form: members are named by their paths (`correspondence.content.messageTitle`, `recipients[0]`), and files are called `attachments`. A file is 250 MB at most. Where the form describes attachments, each has the file of its `fileName`.',
    answers: { ...ANSWERS, 502: problem('A file could not be stored (2002).') },
  })),
  handle: async ({ caller, body, context }) => {
    const { organization } = caller
    const form = await readForm(body, context, organization)
    if (!form.ok) return form
    let answer: Result<RouteAnswer, Failure> = fail({ reason: 'unexpected' })
    try {
      answer = await initialiseForm(form.value, caller, context)
      return answer
    } finally {
      if (!answer.ok) await discardFiles(context, organization, form.value.files)
    }
  },
})

import { attachmentRequestSchema } from '../schema/attachment.ts'
import { defineKind } from './kind.ts'

/** The body that initialises an attachment. Not a message: the editor does not judge it. */
export const attachment = defineKind('attachment', 'correspondence', attachmentRequestSchema)

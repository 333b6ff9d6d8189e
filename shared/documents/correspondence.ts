import { correspondencePartSchema, correspondenceRequestSchema } from '../schema/correspondence.ts'
import { notificationSchema } from '../schema/notification.ts'
import { defineKind } from './kind.ts'

/** The body that initialises a correspondence. */
export const correspondence = defineKind('correspondence', 'correspondence', correspondenceRequestSchema)

/** An object with a `notification`: a correspondence by itself, or the piece of one that a guide shows. */
export const correspondencePart = defineKind('correspondence-part', 'correspondence', correspondencePartSchema)

/** A notification by itself. */
export const notification = defineKind('notification', 'correspondence', notificationSchema)

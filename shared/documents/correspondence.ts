import { CorrespondencePart, CorrespondenceRequest } from '../schema/correspondence.ts'
import { Notification } from '../schema/notification.ts'
import { defineKind } from './kind.ts'

/** The body that initialises a correspondence. */
export const correspondence = defineKind('correspondence', 'correspondence', CorrespondenceRequest)

/** An object with a `notification`: a correspondence by itself, or the piece of one that a guide shows. */
export const correspondencePart = defineKind('correspondence-part', 'correspondence', CorrespondencePart)

/** A notification by itself. */
export const notification = defineKind('notification', 'correspondence', Notification)

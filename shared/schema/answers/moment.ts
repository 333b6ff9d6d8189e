import * as z from 'zod'

/** A moment as answers write it: UTC, to the millisecond. */
export const moment = (description: string) => z.iso.datetime().meta({ description })

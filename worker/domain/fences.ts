import { SECONDS_PER_DAY, SECONDS_PER_MINUTE } from '@straks/shared'
/** The fences that count messages. */
export const COUNTING_FENCES = ['perMinute', 'perDay', 'perRecipient'] as const

export type CountingFence = (typeof COUNTING_FENCES)[number]

/** Every fence, by the name of its setting. */
export const FENCES = [...COUNTING_FENCES, 'smsCountries'] as const

export type Fence = (typeof FENCES)[number]

/** How much an organisation may send, and where. A member that is missing is no limit. */
export type Fences = {
  readonly perMinute?: number | undefined
  readonly perDay?: number | undefined
  readonly perRecipient?: { readonly messages: number; readonly seconds: number } | undefined
  /** Calling codes without `+`. */
  readonly smsCountries?: readonly string[] | undefined
}

/** The fences of all, and what is different for some organisations. */
export type FenceSettings = {
  readonly all: Fences
  readonly byOrganization: ReadonlyMap<string, Fences>
}

/** A number of messages in a window that moves with the time. */
type Limit = { readonly messages: number; readonly seconds: number }

/** The fences of one organisation: its own entry replaces members of the default. */
export function fencesOf({ all, byOrganization }: FenceSettings, organization: string): Fences {
  const own = byOrganization.get(organization)
  return own ? { ...all, ...own } : all
}

/** What a fence allows; `undefined` where it is no limit. */
export function limitOf({ perMinute, perDay, perRecipient }: Fences, fence: CountingFence): Limit | undefined {
  if (fence === 'perRecipient') return perRecipient
  const messages = fence === 'perMinute' ? perMinute : perDay
  return messages === undefined
    ? undefined
    : { messages, seconds: fence === 'perMinute' ? SECONDS_PER_MINUTE : SECONDS_PER_DAY }
}

/** Whether messages of an organisation have to be counted. */
export const countsMessages = (fences: Fences): boolean => COUNTING_FENCES.some((fence) => fences[fence] !== undefined)

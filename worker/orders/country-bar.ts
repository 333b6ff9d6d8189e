import { isDestination } from '@straks/shared'
import { fencesOf } from '../domain/fences.ts'
import type { Bar } from '../domain/preparation.ts'
import type { Config } from '../platform/config.ts'

/** Bars the numbers of a register that are in countries which SMS of an organisation may not go to. */
export function countryBar({ fences }: Config, organization: string): Bar {
  const { smsCountries } = fencesOf(fences, organization)
  return (channel, address) =>
    channel === 'sms' && smsCountries && !isDestination(address, smsCountries) ? 'destination-not-allowed' : undefined
}

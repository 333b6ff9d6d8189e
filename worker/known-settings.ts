import { nearestWord } from '@straks/shared/text'
import { ConfigurationError, Secrets, Settings } from './platform/config.ts'
import { PROVIDERS } from './providers/providers.ts'
import { altinnSettings } from './registers/altinn/settings.ts'

/** How much of a name may be left out or misspelt. */
const TOLERANCE = 0.5

/** Every setting that there is, whatever is selected. */
export const KNOWN_SETTINGS: readonly string[] = [
  Settings,
  Secrets,
  altinnSettings,
  ...PROVIDERS.map(({ settings }) => settings),
].flatMap(({ shape }) => Object.keys(shape))

/** The setting that a name most likely stands for: often its beginning, without the unit. */
export function nearestSetting(name: string): string | undefined {
  const upper = name.toUpperCase()
  return (
    (upper.length > 2 ? KNOWN_SETTINGS.find((known) => known.startsWith(upper)) : undefined) ??
    nearestWord(name, KNOWN_SETTINGS, TOLERANCE)
  )
}

/** What is wrong with a setting that has been set, as a sentence; `undefined` where nothing is, or it is not ours. */
function complaintAbout(name: string): string | undefined {
  const [meant = ''] = name.split('=')
  if (name.includes('=') && KNOWN_SETTINGS.includes(meant))
    return `There is no setting "${name}": --var takes NAME:VALUE. Write --var ${meant}:VALUE.`
  const near = nearestSetting(name)
  return near === undefined ? undefined : `There is no setting ${name}. Is it ${near}?`
}

/**
 * Refuses a setting that does not exist and is much like one that does: what it was to change stays as it was.
 * An object is a binding, and none of ours is like a setting.
 *
 * @param others settings of an entry that has some of its own
 * @throws ConfigurationError
 */
export function refuseUnknownSettings(env: object, others: readonly string[] = []): void {
  const sentences = Object.entries(env)
    .filter(([name, value]) => typeof value === 'string' && !KNOWN_SETTINGS.includes(name) && !others.includes(name))
    .flatMap(([name]) => complaintAbout(name) ?? [])
  if (sentences.length > 0) throw new ConfigurationError(sentences.join(' '))
}

import { KNOWN_SETTINGS, nearestSetting } from '../../worker/known-settings.ts'

/** What is wrong with a setting as `--var` takes it, NAME:VALUE, as a sentence; `undefined` where nothing is. */
export function whatIsWrongWithSetting(given: string): string | undefined {
  if (given === '') return '--var takes NAME:VALUE, such as --var RECEIPT_GRACE_SECONDS:5'
  const [name = '', separator] = given.split(/([:=])/)
  if (KNOWN_SETTINGS.includes(name)) {
    if (separator === ':') return undefined
    const value = separator === '=' ? given.slice(name.length + 1) : 'VALUE'
    return `--var takes NAME:VALUE, not "${given}". Write --var ${name}:${value}`
  }
  const meant = nearestSetting(name)
  const hint = meant === undefined ? '' : ` Is it ${meant}?`
  return `There is no setting ${name}.${hint} docs/configuration.md lists all settings.`
}

import type { Deployment } from '../platform/deployment.ts'
import { SECRET } from './facts.ts'

/** All that is written on the disks of objects. */
function* written(deployment: Deployment): Generator<{ readonly place: string; readonly text: string }> {
  for (const [kind, { all }] of deployment.objects)
    for (const [name, { disk }] of all) yield { place: `${kind} ${name}`, text: disk.dump() }
}

/** What is still written somewhere of a message. */
export function* secretsLeft(deployment: Deployment): Generator<string> {
  for (const { place, text } of written(deployment)) {
    const [found] = text.match(SECRET) ?? []
    if (found) yield `${place} still says ${found}`
  }
}

/** Where a number or an address is still written. Digits within a longer word are of an id or a hash. */
export function* stillNamed(deployment: Deployment, addresses: readonly string[]): Generator<string> {
  if (addresses.length === 0) return
  const cores = addresses.map((address) => address.replace(/^\+47/, '').replaceAll('.', '\\.'))
  const named = new RegExp(`(?<![\\w.])(?:\\+47|0047)?(?:${cores.join('|')})(?!\\w)`, 'i')
  for (const { place, text } of written(deployment)) {
    const [found] = named.exec(text) ?? []
    if (found) yield `${place} still names ${found}`
  }
}

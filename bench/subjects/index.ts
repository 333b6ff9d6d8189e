import type { BenchToken } from '../token.ts'
import { startFloor, startLeast } from './floor.ts'
import { startOurs, startUnguarded } from './ours.ts'
import { startPeer } from './peer.ts'
import type { Subject } from './subject.ts'

/** Everything that is put under load, in the order of the table. */
export const subjects = (token: BenchToken): readonly Subject[] => [
  { name: 'floor', title: '(a) floor: one insert in one of 16 objects', keys: 'new', start: startFloor },
  { name: 'least', title: '(a) the least that any such service does', keys: 'new', start: () => startLeast(token) },
  { name: 'ours', title: '(b) ours, new keys', keys: 'new', start: () => startOurs(token) },
  {
    name: 'unguarded',
    title: '(b) the same without fences and seals',
    keys: 'new',
    start: () => startUnguarded(token),
  },
  { name: 'replays', title: '(c) ours, replays', keys: 'repeated', start: () => startOurs(token) },
  { name: 'peer', title: '(d) Fastify + Redis + BullMQ, new keys', keys: 'new', start: () => startPeer(token) },
  { name: 'peer-replays', title: '(d) the same, replays', keys: 'repeated', start: () => startPeer(token) },
]

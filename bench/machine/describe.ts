import { execFileSync } from 'node:child_process'
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os'
import { hasRedis, redisVersion } from '../peer/redis.ts'
import { workerdBinary } from '../workerd/binary.ts'

const BYTES_PER_GIB = 2 ** 30

/** The machine and the versions that a table stands for, as one line. */
export function describeMachine(): string {
  const workerd = execFileSync(workerdBinary(), ['--version'], { encoding: 'utf8' }).trim()
  return [
    `${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'})`,
    `${(totalmem() / BYTES_PER_GIB).toFixed(0)} GiB`,
    `${type()} ${release()}`,
    `Node ${process.versions.node}`,
    workerd,
    hasRedis() ? `Redis ${redisVersion()}` : 'no Redis',
    `load average ${loadavg()[0]?.toFixed(2) ?? ''} before the run`,
  ].join(' · ')
}

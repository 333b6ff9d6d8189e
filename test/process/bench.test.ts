import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'

/** Runs the benchmark as a developer does. */
async function bench(...words: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, ['bench/run.ts', ...words], {
    cwd: new URL('../..', import.meta.url),
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  return text(child.stdout)
}

describe('npm run bench', () => {
  it('measures new keys and replays beside the bare platform and the least of such services, and what fences and seals add', {
    timeout: 180_000,
  }, async () => {
    const report = await bench(
      '--only',
      'floor,least,ours,unguarded,replays',
      '--seconds',
      '0.2',
      '--rounds',
      '1',
      '--connections',
      '1',
    )
    for (const subject of ['(a) floor', '(a) the least', '(b) ours', '(c) ours'])
      expect(report).toContain(`| ${subject}`)
    expect(report).toContain('ours / unguarded, CPU per request at 1 connection')
    expect(report).toContain('The run took')
  })

  it('measures small storms, of which nothing is lost or doubled', { timeout: 300_000 }, async () => {
    const report = await bench('--only', 'storms', '--scale', '0.004')
    const rows = report.split('\n').filter((line) => /^\| (?:\d+|to) [^|]*(?:moment|\d s|\d) \|/.test(line))
    expect(rows.map((row) => row.split(' | ')[0]?.replace('| ', ''))).toEqual([
      '40 orders, over 0.24 s',
      '40 orders, at one moment',
      '120 in one ledger, at one moment',
      'to 2',
    ])
    for (const row of rows.slice(0, 3)) expect(row.split(' | ').slice(4, 6)).toEqual(['0', '0'])
  })

  it('counts what a message uses of the platform, the row that writes each, and what that costs', {
    timeout: 300_000,
  }, async () => {
    const report = await bench('--only', 'cost', '--scale', '0.03')
    for (const row of ['INSERT INTO ended_shipments | 2 | 2 |', 'UPDATE live_messages | 1 | 1 |'])
      expect(report).toContain(`| OrderLedger: ${row}`)
    for (const row of ['INSERT INTO entries', 'DELETE FROM entries'])
      expect(report).toContain(`| StatusFeed: ${row} | 1 | 1 | 1 | 1 |`)
    expect(report).toMatch(/\| a million, instant, 100 a second \| \d/)
  })
})

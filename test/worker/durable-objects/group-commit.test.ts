import { reset, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it } from 'vitest'
import { GroupCommit } from '../../../worker/durable-objects/group-commit.ts'

afterEach(() => reset())

/** Runs a test with a group commit over a real storage that has one table. */
const withCommits = (test: (commits: GroupCommit, sql: SqlStorage) => Promise<void>) =>
  runInDurableObject(env.ORDER_LEDGER.getByName('0/group-commit'), async (_instance, { storage }) => {
    storage.sql.exec('CREATE TABLE notes (note TEXT)')
    await test(new GroupCommit(storage), storage.sql)
  })

const notes = (sql: SqlStorage) =>
  sql
    .exec<{ note: string }>('SELECT note FROM notes')
    .toArray()
    .map(({ note }) => note)

describe('a group commit', () => {
  it('gives each caller the value of its own work, in the order they came', () =>
    withCommits(async (commits, sql) => {
      const values = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          commits.run(() => {
            sql.exec('INSERT INTO notes VALUES (?)', `${index}`)
            return index
          }),
        ),
      )
      expect(values).toEqual(Array.from({ length: 50 }, (_, index) => index))
      expect(notes(sql)).toEqual(values.map(String))
    }))

  it('undoes work that throws, and nobody else’s', () =>
    withCommits(async (commits, sql) => {
      const write = (note: string, fails: boolean) => () => {
        sql.exec('INSERT INTO notes VALUES (?)', note)
        if (fails) throw new Error(note)
      }
      const outcomes = await Promise.allSettled([
        commits.run(write('a', false)),
        commits.run(write('b', true)),
        commits.run(write('c', false)),
      ])
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
      expect(notes(sql)).toEqual(['a', 'c'])
    }))

  it('keeps the order of work that may wait and work that may not', () =>
    withCommits(async (commits, sql) => {
      const write = (note: string) => () => {
        sql.exec('INSERT INTO notes VALUES (?)', note)
      }
      const LONG_MS = 60_000
      const soon = commits.runSoon(write('a'), LONG_MS)
      await commits.run(write('b'))
      await soon
      expect(notes(sql)).toEqual(['a', 'b'])
    }))

  it('commits work that may wait when its time is up, and for a reader at once', () =>
    withCommits(async (commits, sql) => {
      const write = (note: string) => () => {
        sql.exec('INSERT INTO notes VALUES (?)', note)
      }
      await commits.runSoon(write('a'), 5)
      expect(notes(sql)).toEqual(['a'])
      const soon = commits.runSoon(write('b'), 60_000)
      await commits.settled()
      expect(notes(sql)).toEqual(['a', 'b'])
      await soon
    }))

  it('goes on after work that threw', () =>
    withCommits(async (commits) => {
      await expect(
        commits.run(() => {
          throw new Error('first')
        }),
      ).rejects.toThrow('first')
      expect(await commits.run(() => 'second')).toBe('second')
    }))
})

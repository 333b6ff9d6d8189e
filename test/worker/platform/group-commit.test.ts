import { reset, runInDurableObject } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it } from 'vitest'
import { GroupCommit } from '../../../worker/platform/group-commit.ts'

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

  it('runs simple work at once for a caller that is alone, and with the others for one that is not', () =>
    withCommits(async (commits, sql) => {
      const write = (note: string) => () => {
        sql.exec('INSERT INTO notes VALUES (?)', note)
        return note
      }
      const values = await Promise.all([
        commits.run(write('a')),
        commits.runSimple(write('b')),
        commits.run(write('c')),
      ])
      expect(values).toEqual(['a', 'b', 'c'])
      for (let alone = 0; alone < 20; alone++) await commits.runSimple(write('d'))
      expect(notes(sql).slice(0, 3)).toEqual(['a', 'b', 'c'])
      expect(notes(sql)).toHaveLength(23)
    }))

  it('lets a reader see what was to be written before', () =>
    withCommits(async (commits, sql) => {
      const written = commits.run(() => sql.exec('INSERT INTO notes VALUES (?)', 'a').rowsWritten)
      await commits.settled()
      expect(notes(sql)).toEqual(['a'])
      await written
    }))

  it('answers its callers where what is in memory cannot be read anew', () =>
    runInDurableObject(env.ORDER_LEDGER.getByName('0/unreadable'), async (_instance, { storage }) => {
      const commits = new GroupCommit(storage, () => {
        throw new Error('unreadable')
      })
      const failing = () => {
        throw new Error('undone')
      }
      await expect(commits.run(failing)).rejects.toThrow('unreadable')
      expect(await commits.run(() => 'next')).toBe('next')
    }))

  it('says when something was undone, once for all and once for the one', () =>
    runInDurableObject(env.ORDER_LEDGER.getByName('0/group-commit'), async (_instance, { storage }) => {
      let undone = 0
      const commits = new GroupCommit(storage, () => undone++)
      const fails = () => {
        throw new Error('b')
      }
      await Promise.allSettled([commits.run(() => 'a'), commits.run(fails), commits.run(() => 'c')])
      expect(undone).toBe(2)
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

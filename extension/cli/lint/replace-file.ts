import { randomUUID } from 'node:crypto'
import { access, constants, type FileHandle, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Why a folder takes no second file: then the first is written over. */
const NO_ROOM_BESIDE = new Set(['EACCES', 'EPERM', 'EROFS'])

const isRefusal = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && NO_ROOM_BESIDE.has(String(error.code))

/** The rights of a copy until it has those of the file: who may not read the one must not read the other. */
const FOR_ITS_OWNER = 0o600

/** The rights and the owner that a file has. */
type Belongings = { readonly mode: number; readonly uid: number; readonly gid: number }

async function fill(file: FileHandle, text: string, { mode, uid, gid }: Belongings): Promise<void> {
  await file.writeFile(text)
  const made = await file.stat()
  if (made.uid !== uid || made.gid !== gid) await file.chown(uid, gid)
  // What the process masks from new files the old one may have.
  await file.chmod(mode & 0o7777)
  await file.sync()
}

/** Writes a text into a new file beside a file; `undefined` where there may be none, or none like it. */
async function writeBeside(file: string, text: string, belongings: Belongings): Promise<string | undefined> {
  const beside = join(dirname(file), `.straks-${randomUUID()}`)
  let opened: FileHandle | undefined
  try {
    opened = await open(beside, 'wx', FOR_ITS_OWNER)
    await fill(opened, text, belongings)
    return beside
  } catch (error) {
    await rm(beside, { force: true })
    if (isRefusal(error)) return undefined
    throw error
  } finally {
    await opened?.close()
  }
}

/**
 * Puts another text into a file, whole or not at all: a disk that is full, or a crash, leaves the old one. A link stays
 * one, and a file that has several names is written over, since it would lose the others.
 */
export async function replaceFile(name: string, text: string): Promise<void> {
  const file = await realpath(name)
  await access(file, constants.W_OK)
  const { nlink, ...belongings } = await stat(file)
  const beside = nlink > 1 ? undefined : await writeBeside(file, text, belongings)
  if (beside === undefined) return writeFile(file, text)
  try {
    await rename(beside, file)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

import { type CheckedConfig, CONFIG_FILE_NAME, checkConfigFile } from '../../lint/config-file.ts'
import type { FileSource } from '../host.ts'

/** A configuration file and what it says. */
type FoundConfig = CheckedConfig & { readonly uri: string; readonly text: string }

const ROOT = /^[a-z][a-z0-9+.-]*:\/{0,2}$/i

/** The folder of a URI, without a slash at its end; `undefined` above the root. */
function folderOf(uri: string): string | undefined {
  const slash = uri.lastIndexOf('/')
  return slash < 0 || ROOT.test(uri) ? undefined : uri.slice(0, slash)
}

/** Whether a URI is that of a configuration file. */
export const isConfigFile = (uri: string): boolean => uri.endsWith(`/${CONFIG_FILE_NAME}`)

/** Finds the configuration file of a document as the terminal does: the nearest one upwards. Each is read once. */
export class ConfigFiles {
  #files: Pick<FileSource, 'read'> | undefined
  readonly #ofFolder = new Map<string, Promise<FoundConfig | undefined>>()
  readonly #known = new Map<string, FoundConfig>()

  /** Says where files are read. */
  readFrom(files: Pick<FileSource, 'read'>): void {
    this.#files = files
    this.clear()
  }

  /** Forgets what was read, as a file may have changed. */
  clear(): void {
    this.#ofFolder.clear()
    this.#known.clear()
  }

  /** Every configuration file that is in use. */
  known(): readonly FoundConfig[] {
    return [...this.#known.values()]
  }

  /** The configuration of a document; `undefined` where no folder above it has one. */
  async of(uri: string): Promise<FoundConfig | undefined> {
    const folder = folderOf(uri)
    return folder === undefined || !this.#files ? undefined : this.#inFolder(folder)
  }

  #inFolder(folder: string): Promise<FoundConfig | undefined> {
    const known = this.#ofFolder.get(folder) ?? this.#find(folder)
    this.#ofFolder.set(folder, known)
    return known
  }

  async #find(folder: string): Promise<FoundConfig | undefined> {
    const uri = `${folder}/${CONFIG_FILE_NAME}`
    const text = await this.#files?.read(uri)
    if (typeof text === 'string') {
      const found = { uri, text, ...checkConfigFile(text) }
      this.#known.set(uri, found)
      return found
    }
    const above = folderOf(folder)
    return above === undefined ? undefined : this.#inFolder(above)
  }
}

import { unknownRule } from '../../lint/codes.ts'
import { type EditorSettings, readSettings } from '../../settings.ts'
import { ConfigFiles } from './config-files.ts'
import { type SettingsInForce, settingsInForce } from './settings-in-force.ts'

/** The settings of a workspace folder, as an editor handed them over. */
type FolderSettings = { readonly folder: string; readonly settings: unknown }

const isWithin = (uri: string, folder: string): boolean => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`)

/** The settings of each document: those of its workspace folder, with the nearest configuration file over them. */
export class Configuration {
  readonly configFiles = new ConfigFiles()
  #locale: string | undefined
  #general: EditorSettings = readSettings(undefined)
  /** The innermost folder first. */
  #folders: readonly { readonly folder: string; readonly settings: EditorSettings }[] = []
  readonly #inForce = new Map<string, Promise<SettingsInForce>>()
  #revision = 0

  /** Changes whenever settings may have. */
  get revision(): number {
    return this.#revision
  }

  initialize(settings: unknown, locale: string | undefined): void {
    this.#locale = locale
    this.configure(settings, [])
  }

  /** Takes over settings. */
  configure(settings: unknown, folders: readonly FolderSettings[]): void {
    this.#general = readSettings(settings)
    this.#folders = folders
      .map((one) => ({ folder: one.folder, settings: readSettings(one.settings) }))
      .sort((one, other) => other.folder.length - one.folder.length)
    this.#changed()
  }

  /** Says that a configuration file may have changed. */
  filesChanged(): void {
    this.configFiles.clear()
    this.#changed()
  }

  #changed(): void {
    this.#inForce.clear()
    this.#revision++
  }

  /** What applies to text that is in no file. */
  general(): SettingsInForce {
    return settingsInForce(this.#general, {}, this.#locale)
  }

  /** What applies to a document: the same object until something changes. */
  of(uri: string): Promise<SettingsInForce> {
    const known = this.#inForce.get(uri) ?? this.#find(uri)
    this.#inForce.set(uri, known)
    return known
  }

  async #find(uri: string): Promise<SettingsInForce> {
    const { settings = this.#general } = this.#folders.find(({ folder }) => isWithin(uri, folder)) ?? {}
    const found = await this.configFiles.of(uri)
    return settingsInForce(settings, found?.config ?? {}, this.#locale)
  }

  /** What is wrong with the names of rules in the editor's own settings, each once. */
  unknownRules(): readonly string[] {
    const all = [this.#general, ...this.#folders.map(({ settings }) => settings)]
    const codes = new Set(all.flatMap(({ rules }) => Object.keys(rules)))
    return [...codes].flatMap((code) => unknownRule(code) ?? [])
  }
}

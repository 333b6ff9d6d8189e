/** What a line may have that looks like a secret of the requests: a made-up word, a number, an address, a token. Ids are logged. */
const LOOKS_LIKE_ONE = /qx\d+xq|\b\d{8,11}\b|[\w.+-]+@[\w.-]+|eyJ[\w-]+\.[\w-]+\.[\w-]+/gi

/** Whatever requests said that no line may repeat, found in a text that is read once, however many they are. */
export class PrintedSecrets {
  readonly #secrets = new Set<string>()

  get size(): number {
    return this.#secrets.size
  }

  add(secret: string): void {
    this.#secrets.add(plain(secret))
  }

  /** The lines of a text that name one. */
  in(text: string): readonly string[] {
    return text
      .split('\n')
      .filter((line) => Array.from(line.matchAll(LOOKS_LIKE_ONE)).some(([found]) => this.#secrets.has(plain(found))))
  }
}

/** Numbers are one secret with and without the country's code. */
const plain = (secret: string): string => secret.toLowerCase().replace(/^(?:\+|00)?47(?=\d{8}$)/, '')

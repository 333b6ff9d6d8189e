import type { Config } from './config.ts'
import { ConfigurationError } from './configuration-error.ts'
import { type Box, ContentBox } from './content-box.ts'
import { type ContentKey, contentKeys } from './content-keys.ts'

/** The boxes of this process by their keys: a key is prepared once. */
const boxes = new Map<string, Box>()

function boxWith(keys: readonly ContentKey[]): Box {
  const name = JSON.stringify(keys)
  const known = boxes.get(name)
  if (known) return known
  const [newest, ...older] = keys
  if (!newest) throw new ConfigurationError('The setting CONTENT_KEYS has no key.')
  const box = new ContentBox([newest, ...older])
  boxes.set(name, box)
  return box
}

/** The keys that development makes for itself, once they have been asked for. */
let development: readonly ContentKey[] | undefined

async function developmentKeys(env: Env): Promise<readonly ContentKey[]> {
  if (!env.LOCAL_ISSUER)
    throw new ConfigurationError('The secret CONTENT_KEYS is missing: message texts are sealed with it.')
  development ??= contentKeys.parse(await env.LOCAL_ISSUER.getByName('local-issuer').contentKeys())
  return development
}

/** A box that is there once its keys have been found. */
class LateBox implements Box {
  #box: Box | undefined
  #mistake: ConfigurationError | undefined

  /** Finds them. A mistake in the settings is thrown where a text is sealed or opened. */
  async find(env: Env, config: Pick<Config, 'contentKeys'>): Promise<void> {
    try {
      this.#box = boxWith(config.contentKeys ?? (await developmentKeys(env)))
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error
      this.#mistake = error
    }
  }

  seal(text: string): string {
    return this.#found.seal(text)
  }

  sealAhead(text: string): Promise<string> {
    return this.#found.sealAhead(text)
  }

  open(stored: string): string {
    return this.#found.open(stored)
  }

  get #found(): Box {
    if (!this.#box) throw this.#mistake ?? new Error('A text is sealed or opened before the keys are found')
    return this.#box
  }
}

/** The box of an object, which takes no call before its keys have been found. */
export function boxFor(ctx: DurableObjectState, env: Env, config: Pick<Config, 'contentKeys'>): Box {
  const box = new LateBox()
  void ctx.blockConcurrencyWhile(() => box.find(env, config))
  return box
}

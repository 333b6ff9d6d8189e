/** Writes the generated part of the link corpora: `node scripts/corpora/generate-links.ts`. */
import { writeFileSync } from 'node:fs'
import { makeLinkCorpus, makePlainCorpus } from './make-link-corpora.ts'

const FOLDER = new URL('../../test/corpora/links/', import.meta.url)

writeFileSync(new URL('links.txt', FOLDER), makeLinkCorpus())
writeFileSync(new URL('plain.txt', FOLDER), makePlainCorpus())

import { beforeAll } from 'vitest'
import { startFile } from './client-over-http.ts'

// biome-ignore lint/correctness/noEmptyPattern: Vitest reads here that the hook takes no fixture
beforeAll(({}, suite) => startFile('file' in suite ? suite.file.name : ''))

import type { Words } from '@straks/shared'

/** What several pages say. */
export const COMMON_WORDS = {
  documentation: { en: 'API', nb: 'API', nn: 'API' },
  language: { en: 'Language', nb: 'Språk', nn: 'Språk' },
  reconnecting: { en: 'Reconnecting', nb: 'Kobler til igjen', nn: 'Koplar til att' },
  offline: { en: 'Offline', nb: 'Frakoblet', nn: 'Fråkopla' },
  lost: {
    en: 'The connection is lost. What you see may be old.',
    nb: 'Forbindelsen er brutt. Det du ser, kan være gammelt.',
    nn: 'Sambandet er brote. Det du ser, kan vere gammalt.',
  },
  copy: { en: 'Copy', nb: 'Kopier', nn: 'Kopier' },
  copied: { en: 'Copied', nb: 'Kopiert', nn: 'Kopiert' },
  copyFailed: { en: 'Not copied', nb: 'Ikke kopiert', nn: 'Ikkje kopiert' },
  retry: { en: 'Try again', nb: 'Prøv igjen', nn: 'Prøv på nytt' },
  dismiss: { en: 'Dismiss', nb: 'Lukk', nn: 'Lukk' },
} as const satisfies Record<string, Words>

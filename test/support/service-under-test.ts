/** How many files of the suite run side by side over HTTP, each process against a service of its own: they wait more than they work. */
export const SERVICES = 4

/** One of the services that the suite runs against over HTTP. */
export type ServiceUnderTest = {
  /** Where it answers. */
  readonly baseUrl: string
  /** The file that tests write the secrets they used to. */
  readonly secretsFile: string
  /** The file that tests write to which operations they called, below a line `# FILE`. */
  readonly requestsFile: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** One for each process that runs tests, in the order of their numbers. */
    services: readonly ServiceUnderTest[] | undefined
  }
}

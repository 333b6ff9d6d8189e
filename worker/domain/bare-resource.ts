const PREFIX = 'urn:altinn:resource:'

/** A resource without the prefix that some write before it: so it is kept, looked up and shown. docs/altinn/correspondence.md §1.1. */
export const bareResource = (resourceId: string): string =>
  resourceId.startsWith(PREFIX) ? resourceId.slice(PREFIX.length) : resourceId

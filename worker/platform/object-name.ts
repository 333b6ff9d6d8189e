/** Which object a log line is about: `a/ttd` of a ledger. No name has a number or an address in it (docs/storage.md). */
export const nameOf = ({ id }: DurableObjectState): string => id.name ?? id.toString()

/** The test that holds a row: its file below test/, without its ending, and words of its title or of its cases. */
export type Proof = readonly [file: string, words: string]

/** What holds the rows of a page: by section (none has the name ''), then by the row's first cell as it is written. */
export type Proofs = Readonly<Record<string, Readonly<Record<string, Proof>>>>

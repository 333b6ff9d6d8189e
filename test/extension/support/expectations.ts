const WANTED = /\/\/ want ((?:[a-z-]+ ?)+)$/

/** The codes that each line of a fixture asks for, as `line code`. */
export const wanted = (text: string): readonly string[] =>
  text.split('\n').flatMap((line, index) =>
    (WANTED.exec(line)?.[1] ?? '')
      .split(' ')
      .filter(Boolean)
      .map((code) => `${index + 1} ${code}`),
  )

const UNITS = 65_536

/** Every character that a pattern takes for a space. */
export const SPACES = Array.from({ length: UNITS }, (_, unit) => String.fromCharCode(unit)).filter((one) =>
  /\s/.test(one),
)

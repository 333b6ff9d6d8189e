/** A number as its people write it. Norwegian mobiles in three groups, all others as they are. */
export const readableNumber = (number: string): string =>
  number.replace(/^(\+47)([49]\d{2})(\d{2})(\d{3})$/, '$1\u00a0$2\u00a0$3\u00a0$4')

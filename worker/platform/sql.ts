import { SEPARATORS } from '../domain/separators.ts'

/** The values of columns here. */
export type SqlValue = string | number | null

export type SqlRow = Record<string, SqlValue>

/** A database, as narrow as its users need it. `node:sqlite` can stand in for the platform's. */
export type Sql = {
  /** One statement in, all of its rows out. */
  exec<Row extends SqlRow>(statement: string, ...values: readonly SqlValue[]): readonly Row[]
  /** One statement that gives no rows, and whether it has written any: cheaper by all that a list of rows takes. */
  write(statement: string, ...values: readonly SqlValue[]): boolean
  /** The same as `exec`, row by row: what is not looked at is not read. */
  each<Row extends SqlRow>(statement: string, ...values: readonly SqlValue[]): Iterable<Row>
}

/** The database of a Durable Object. */
export const sqlOf = (storage: SqlStorage): Sql => ({
  exec: <Row extends SqlRow>(statement: string, ...values: readonly SqlValue[]) =>
    storage.exec<Row>(statement, ...values).toArray(),
  write: (statement, ...values) => storage.exec(statement, ...values).rowsWritten > 0,
  each: <Row extends SqlRow>(statement: string, ...values: readonly SqlValue[]) =>
    storage.exec<Row>(statement, ...values),
})

/** A text that rows are looked through for, before they are taken apart. */
export type Sieve = {
  readonly text: string
  /** A column as the text is looked for in it. */
  readonly columnAs: (column: string) => string
}

/** A column in lower case. */
export const small = (column: string): string => `lower(${column})`

/** A column of JSON in lower case, without what people write between the digits of a number. */
export const squeezed = (column: string): string =>
  SEPARATORS.reduce((left, separator) => `replace(${left}, '${separator}', '')`, small(column))

export const hasTable = (sql: Sql, name: string): boolean =>
  sql.exec("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", name).length > 0

import { isJsonObject, type JsonValue } from '../json/value.ts'

/** Whether a value can be written as JSON: what was read from JSON always can, and its type does not say so. */
export function isJsonValue(value: unknown): value is JsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return true
  if (Array.isArray(value)) return value.every(isJsonValue)
  return isJsonObject(value) && Object.values(value).every(isJsonValue)
}

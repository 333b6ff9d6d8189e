/** A setting that is missing or cannot be read. Its sentence names the setting and never shows the value. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}

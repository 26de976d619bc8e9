/** Something about the machine or the settings that only a person can change. The message says what and how. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** What a person brought cannot be read; the message says what, which part, and what to do. */
export class ReadingError extends Error {
  override name = 'ReadingError'
}

/** What a person brought cannot be read; the message says what, which part, and what to do. */
export class ReadingError extends Error {
  override name = 'ReadingError'
  /** The same in Chinese, where the message is English whoever reads it. */
  readonly zh: string | undefined
  constructor(message: string, { zh, ...options }: ErrorOptions & { zh?: string } = {}) {
    super(message, options)
    this.zh = zh
  }
}

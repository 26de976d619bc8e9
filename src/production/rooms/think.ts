import type { z } from 'zod'
import type { PaidWork } from '../../lab/work.ts'
import { ProviderError } from '../../studio/provider-error.ts'
import type { WriteRequest } from '../../studio/provider.ts'
import type { Studio } from '../../studio/studio.ts'

type Question<Schema extends z.ZodType> = Pick<WriteRequest, 'prompt' | 'inputs' | 'pictures'> & { answer: Schema; step: string }

/**
 * Asks the language model. Null where it answered, and was asked again, and nothing it said can be used: the caller then
 * does without, and says so. What nobody answered at all (no credit, no connection) is thrown, to be told or tried again.
 */
export async function think<Schema extends z.ZodType>(studio: Pick<Studio, 'write'>, question: Question<Schema>, work: PaidWork): Promise<z.infer<Schema> | null> {
  try {
    const read = question.answer.safeParse(await studio.write(question, work))
    return read.success ? read.data : null
  } catch (error) {
    if (error instanceof ProviderError && !error.retryable && error.bought !== false) return null
    throw error
  }
}

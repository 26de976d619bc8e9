import { z } from 'zod'
import type { Work } from '../../../lab/work.ts'
import type { WriteRequest } from '../../provider.ts'
import { DirectInputs, direct } from './direct.ts'
import { ImagePromptsInputs, writeImagePrompts } from './image-prompts.ts'
import { ScriptInputs, writeScript } from './script.ts'
import { StoryboardInputs, writeStoryboard } from './storyboard.ts'
import { boardTable, TableInputs } from './table.ts'
import { TreatmentsInputs, writeTreatments } from './treatments.ts'

/** Writes what a prompt of `prompts/` asks for, by rules. A language model answers the same requests from the prompt's own text. */
export async function write(request: WriteRequest, work: Pick<Work, 'signal'>): Promise<unknown> {
  work.signal.throwIfAborted()
  const prompt = prompts[request.prompt]
  if (!prompt) throw new Error(`The writer on this machine knows no prompt «${request.prompt}». It knows ${Object.keys(prompts).join(', ')}.`)
  return prompt(request.inputs)
}

const answer = <Inputs>(schema: z.ZodType<Inputs>, writeIt: (inputs: Inputs) => unknown) => (inputs: unknown) => {
  const read = schema.safeParse(inputs)
  if (!read.success) throw new Error(`The writer cannot read its inputs: ${z.prettifyError(read.error)}`)
  return writeIt(read.data)
}

const prompts: Record<string, (inputs: unknown) => unknown> = {
  treatments: answer(TreatmentsInputs, writeTreatments),
  script: answer(ScriptInputs, writeScript),
  storyboard: answer(StoryboardInputs, writeStoryboard),
  table: answer(TableInputs, boardTable),
  'image-prompts': answer(ImagePromptsInputs, writeImagePrompts),
  direct: answer(DirectInputs, direct),
}

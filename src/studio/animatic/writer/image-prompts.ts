import { z } from 'zod'
import { Shot, Storyboard } from '../../../film/storyboard.ts'
import { imagePrompt } from './image-prompt.ts'
import { readSetting } from './setting.ts'

export const ImagePromptsInputs = z.object({ board: Storyboard.omit({ shots: true }), shots: z.array(Shot) })
export type ImagePromptsInputs = z.infer<typeof ImagePromptsInputs>

/** New image prompts for shots that a note has changed, in the order given. Where and when they are was in the old prompt, and stays. */
export const writeImagePrompts = ({ board, shots }: ImagePromptsInputs): { prompts: string[] } =>
  ({ prompts: shots.map((shot) => imagePrompt(shot, board, readSetting(shot.prompt)).prompt) })

import type { EntryData } from '../entry.ts'

export const animateModels: readonly EntryData[] = [
  {
    id: 'bytedance/seedance-2.0', capability: 'animate', works: 'video', label: 'Seedance 2.0', source: 'V',
    fields: { prompt: 'prompt', picture: 'image', lastFrame: 'last_frame_image', seconds: { to: 'duration', as: 'integer' }, seed: 'seed' },
    // the film has a sound of its own
    always: { resolution: '720p', aspect_ratio: 'adaptive', generate_audio: false },
    limits: { seconds: [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], lastFrame: true, references: 0, seed: true },
    note: 'The shortest length is from memory.',
  },
  {
    id: 'kwaivgi/kling-v2.5-turbo-pro', capability: 'animate', works: 'video', label: 'Kling 2.5 Turbo Pro', source: 'V',
    fields: { prompt: 'prompt', negative: 'negative_prompt', picture: 'start_image', lastFrame: 'end_image', seconds: { to: 'duration', as: 'integer' } },
    limits: { seconds: [5, 10], lastFrame: true, references: 0, seed: false },
    note: 'The lengths 5 and 10 are from memory.',
  },
  {
    id: 'kwaivgi/kling-v3-omni-video', capability: 'animate', works: 'video', label: 'Kling 3 Omni', source: 'M',
    fields: { prompt: 'prompt', picture: 'start_image', lastFrame: 'end_image', seconds: { to: 'duration', as: 'integer' } },
    ifKnown: { generate_audio: false },
    limits: { seconds: [5, 10], lastFrame: true, references: 0, seed: false },
    note: 'Its stored versions are disabled: it is asked for by name.',
  },
  {
    id: 'minimax/hailuo-2.3', capability: 'animate', works: 'video', label: 'Hailuo 2.3', source: 'V',
    fields: { prompt: 'prompt', picture: 'first_frame_image', seconds: { to: 'duration', as: 'integer' } },
    always: { prompt_optimizer: false },
    ifKnown: { resolution: '768p' },
    limits: { seconds: [6, 10], lastFrame: false, references: 0, seed: false },
    note: '10 seconds are from memory, at 768p.',
  },
  {
    id: 'minimax/hailuo-02-fast', capability: 'animate', works: 'video', label: 'Hailuo 02 Fast', source: 'V',
    fields: { prompt: 'prompt', picture: 'first_frame_image', seconds: { to: 'duration', as: 'integer' } },
    always: { prompt_optimizer: false },
    ifKnown: { go_fast: true },
    limits: { seconds: [6, 10], lastFrame: false, references: 0, seed: false },
  },
  {
    id: 'wan-video/wan-2.2-i2v-fast', capability: 'animate', works: 'video', label: 'Wan 2.2 Fast', source: 'M',
    fields: { prompt: 'prompt', picture: 'image', lastFrame: 'last_image', seconds: { to: 'num_frames', as: 'frames', fps: 16 }, seed: 'seed' },
    always: { frames_per_second: 16 },
    // 81 frames and up to 121, of which the model wants one more than a multiple of four
    limits: { seconds: [81 / 16, 101 / 16, 121 / 16], lastFrame: true, references: 0, seed: true },
    note: 'Names of this family change every few weeks.',
  },
  {
    id: 'ali-vilab/i2vgen-xl', capability: 'animate', works: 'video', label: 'I2VGen-XL', source: 'M',
    fields: { prompt: 'prompt', picture: 'image', seed: 'seed' },
    always: { max_frames: 16, num_inference_steps: 50, guidance_scale: 9 },
    limits: { seconds: [2], lastFrame: false, references: 0, seed: true },
    note: 'No page of it was seen; it may be cold or gone.',
  },
]

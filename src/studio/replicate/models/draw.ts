import type { EntryData } from '../entry.ts'

const aspects = ['21:9', '16:9', '3:2', '4:3', '5:4', '1:1', '4:5', '3:4', '2:3', '9:16', '9:21']

export const drawModels: readonly EntryData[] = [
  {
    id: 'black-forest-labs/flux-2-pro', capability: 'draw', label: 'FLUX.2 pro', source: 'M',
    fields: { prompt: 'prompt', aspect: 'aspect_ratio', seed: 'seed', references: 'input_images' },
    ifKnown: { output_format: 'png', resolution: '1 MP' },
    limits: { aspects: ['16:9', '3:2', '4:3', '5:4', '1:1', '4:5', '3:4', '2:3', '9:16'], references: 8, count: 1, seed: true },
  },
  {
    id: 'black-forest-labs/flux-2-dev', capability: 'draw', label: 'FLUX.2 dev', source: 'M',
    fields: { prompt: 'prompt', aspect: 'aspect_ratio', seed: 'seed', references: 'input_images' },
    ifKnown: { output_format: 'png' },
    limits: { aspects: ['16:9', '3:2', '4:3', '5:4', '1:1', '4:5', '3:4', '2:3', '9:16'], references: 8, count: 1, seed: true },
  },
  {
    id: 'black-forest-labs/flux-1.1-pro', capability: 'draw', label: 'FLUX 1.1 pro', source: 'M',
    fields: { prompt: 'prompt', aspect: 'aspect_ratio', seed: 'seed' },
    ifKnown: { output_format: 'png' },
    limits: { aspects: ['16:9', '3:2', '4:3', '5:4', '1:1', '4:5', '3:4', '2:3', '9:16'], references: 0, count: 1, seed: true },
  },
  {
    id: 'black-forest-labs/flux-schnell', capability: 'draw', label: 'FLUX schnell', source: 'M',
    fields: { prompt: 'prompt', aspect: 'aspect_ratio', seed: 'seed', count: 'num_outputs' },
    ifKnown: { output_format: 'png' },
    limits: { aspects, references: 0, count: 4, seed: true },
  },
  {
    id: 'recraft-ai/recraft-v3', capability: 'draw', label: 'Recraft V3', source: 'M',
    fields: { prompt: 'prompt', size: 'size' },
    limits: {
      sizes: [
        { width: 1024, height: 1024 }, { width: 1365, height: 1024 }, { width: 1024, height: 1365 }, { width: 1536, height: 1024 }, { width: 1024, height: 1536 },
        { width: 1820, height: 1024 }, { width: 1024, height: 1820 }, { width: 1024, height: 2048 }, { width: 2048, height: 1024 },
      ],
      references: 0, count: 1, characters: 1000, seed: false,
    },
  },
  {
    id: 'stability-ai/stable-diffusion', capability: 'draw', label: 'Stable Diffusion 1.5', source: 'P',
    pin: 'b3d14e1cd1f9470bbb0bb68cac48e5f483e5be309551992cc33dc30654a82bb7',
    fields: { prompt: 'prompt', negative: 'negative_prompt', width: 'width', height: 'height', count: 'num_outputs', seed: 'seed' },
    always: { num_inference_steps: 40, guidance_scale: 7.5, scheduler: 'DPMSolverMultistep' },
    limits: { sizes: { multipleOf: 64, minPixels: 512 * 512, maxPixels: 768 * 768, maxRatio: 2 }, references: 0, count: 4, seed: true },
    // a third party's list of 2025, for one run
    price: [{ dollars: 0.0034, per: 'call' }],
    note: 'Several in one order come of one seed.',
  },
]

import type { Capability, Model, Price } from '../model.ts'

/** What is known of OpenAI's models as of November 2026. Prices marked «assumed» are not in its published list: an operator may override any of it. */
export function knownModels(provider: string): Model[] {
  const model = (capability: Capability, name: string, label: string, limits: Model['limits'], price: Price | null): Model => ({ id: `${provider}/${name}`, capability, label, limits, price })
  return [
    ...(['write', 'review'] as const).flatMap((capability) => chat.map(([name, label, price]) => model(capability, name, label, { references: 16 }, price))),
    ...(['draw', 'inpaint'] as const).flatMap((capability) => images.map(([name, label, limits]) => model(capability, name, label, limits, imagePrice))),
    ...speech.map(([name, label, price]) => model('speak', name, label, { characters: 4096 }, price)),
    model('moderate', 'omni-moderation-latest', 'Omni moderation', {}, []),
    ...videos.map(([name, label]) => model('animate', name, label, videoLimits, null)),
  ]
}

/** A tenth for what was cached is assumed. */
const tokens = (into: number, out: number): Price => [{ dollars: into, per: '1M tokens in' }, { dollars: into / 10, per: '1M tokens in cached' }, { dollars: out, per: '1M tokens out' }]

const chat: [string, string, Price][] = [
  ['gpt-6.1-terra', 'GPT-6.1 Terra', tokens(1, 5)],
  ['gpt-6.1-sol', 'GPT-6.1 Sol', tokens(2, 10)],
  ['gpt-6-luna', 'GPT-6 Luna', tokens(0.1, 0.5)],
]

/** Of gpt-image-2.5 (September 2026); assumed for 2.6. */
const imagePrice: Price = [{ dollars: 5, per: '1M tokens in' }, { dollars: 8, per: '1M image tokens in' }, { dollars: 30, per: '1M image tokens out' }]

/** The least number of pixels is assumed; the rest is documented. */
const anySize: Model['limits'] = { sizes: { multipleOf: 16, minPixels: 655_360, maxPixels: 3840 * 2160, maxRatio: 3 }, references: 16, count: 10, characters: 32_000, seed: false }
const threeSizes: Model['limits'] = { ...anySize, sizes: [{ width: 1024, height: 1024 }, { width: 1536, height: 1024 }, { width: 1024, height: 1536 }] }

const images: [string, string, Model['limits']][] = [
  ['gpt-image-2.6-flare', 'GPT Image 2.6 Flare', anySize],
  ['gpt-image-2.6-sunburst', 'GPT Image 2.6 Sunburst', anySize],
  ['gpt-image-2.5-flare', 'GPT Image 2.5 Flare', anySize],
  ['gpt-image-2.5-sunburst', 'GPT Image 2.5 Sunburst', anySize],
  ['gpt-image-1.5', 'GPT Image 1.5 (until 2026-12-01)', threeSizes],
]

/** Assumed: a second of speech is what a second of its audio tokens costs. */
const speech: [string, string, Price][] = [
  ['gpt-4o-mini-tts', 'GPT-4o mini TTS (until 2027-01-06)', [{ dollars: 0.00025, per: 'second' }]],
  ['tts-1', 'TTS-1 (until 2027-01-06)', [{ dollars: 0.015, per: '1k characters' }]],
  ['tts-1-hd', 'TTS-1 HD (until 2027-01-06)', [{ dollars: 0.03, per: '1k characters' }]],
]

/** Only where another company serves the same routes. */
const videos: [string, string][] = [['sora-2', 'Sora 2'], ['sora-2-pro', 'Sora 2 Pro']]
const videoLimits: Model['limits'] = {
  seconds: [4, 8, 12], references: 1, count: 1, seed: false, lastFrame: false,
  sizes: [{ width: 1280, height: 720 }, { width: 720, height: 1280 }, { width: 1792, height: 1024 }, { width: 1024, height: 1792 }],
}

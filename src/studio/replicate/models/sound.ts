import type { EntryData } from '../entry.ts'

const minimaxVoices = [
  'Wise_Woman', 'Deep_Voice_Man', 'Calm_Woman', 'Patient_Man', 'Lively_Girl', 'Young_Knight', 'Determined_Man', 'Lovely_Girl', 'Decent_Boy', 'Elegant_Man', 'Casual_Guy',
  'Friendly_Person', 'Imposing_Manner', 'Inspirational_girl',
]
const minimax = {
  capability: 'speak', works: 'image', source: 'P', voices: minimaxVoices,
  fields: { text: 'text', voice: 'voice_id', language: { to: 'language_boost', values: { zh: 'Chinese', en: 'English' } } },
  always: { sample_rate: 32000 },
  ifKnown: { audio_format: 'wav', channel: 'mono' },
  limits: { characters: 10_000 },
  note: 'The names of the voices, and WAV, are from memory.',
} satisfies Partial<EntryData>

export const speakModels: readonly EntryData[] = [
  // for a thousand tokens, which are about its characters
  { ...minimax, id: 'minimax/speech-2.6-turbo', label: 'MiniMax Speech 2.6 Turbo', price: [{ dollars: 0.06, per: '1k characters' }] },
  { ...minimax, id: 'minimax/speech-2.6-hd', label: 'MiniMax Speech 2.6 HD' },
  { ...minimax, id: 'minimax/speech-02-hd', label: 'MiniMax Speech 02 HD' },
]

export const composeModels: readonly EntryData[] = [
  {
    id: 'stability-ai/stable-audio-2.5', capability: 'compose', label: 'Stable Audio 2.5', source: 'M',
    fields: { prompt: 'prompt', seconds: { to: 'duration', as: 'integer' }, seed: 'seed' },
    limits: { seconds: { min: 1, max: 190 }, seed: true },
  },
  {
    id: 'google/lyria-2', capability: 'compose', label: 'Lyria 2', source: 'M',
    fields: { prompt: 'prompt', negative: 'negative_prompt', seed: 'seed' },
    limits: { seconds: [30], seed: true },
    note: 'Gives WAV.',
  },
  {
    id: 'meta/musicgen', capability: 'compose', label: 'MusicGen', source: 'M',
    fields: { prompt: 'prompt', seconds: { to: 'duration', as: 'integer' }, seed: 'seed' },
    always: { output_format: 'wav' },
    ifKnown: { model_version: 'stereo-large', normalization_strategy: 'peak' },
    limits: { seconds: { min: 1, max: 30 }, seed: true },
    note: 'Its weights are for non-commercial use.',
  },
]

/** What the small Replicate has: the inputs of each model as its page showed them (from memory where no page was seen). */
export type SmallModel = { id: string; official: boolean; version: string; fields: Record<string, Spec>; makes: 'image' | 'video' | 'audio' | 'cut-out' | 'mask'; many: boolean; sound?: 'wav' | 'mp3'; schema: boolean }

/** `!` is required; `file` an address or data; a list is one of these. */
export type Spec = 'string' | 'string!' | 'integer' | 'integer!' | 'number' | 'boolean' | 'file' | 'file!' | 'files' | readonly (string | number)[]

const aspects = ['1:1', '16:9', '3:2', '2:3', '4:5', '5:4', '9:16', '3:4', '4:3']
const version = (id: string) => [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7).toString(16).padStart(8, '0').repeat(8)
const model = (id: string, makes: SmallModel['makes'], fields: SmallModel['fields'], more: Partial<SmallModel> = {}): SmallModel =>
  ({ id, official: true, version: version(id), fields, makes, many: false, schema: true, ...more })
const community = (id: string, pin: string | null, makes: SmallModel['makes'], fields: SmallModel['fields'], more: Partial<SmallModel> = {}) =>
  model(id, makes, fields, { official: false, ...pin !== null && { version: pin }, ...more })

const flux2 = { prompt: 'string!', input_images: 'files', aspect_ratio: aspects, seed: 'integer', output_format: ['webp', 'jpg', 'png'], output_quality: 'integer', safety_tolerance: 'integer' } as const
const minimaxSpeech = {
  text: 'string!', voice_id: 'string', speed: 'number', volume: 'number', pitch: 'integer', emotion: ['auto', 'neutral', 'happy', 'calm', 'sad', 'angry', 'fearful', 'disgusted', 'surprised'],
  language_boost: ['None', 'Automatic', 'Chinese', 'Chinese,Yue', 'English', 'Japanese'], sample_rate: [8000, 16000, 22050, 24000, 32000, 44100], bitrate: [32000, 64000, 128000, 256000], channel: ['mono', 'stereo'],
} as const
const hailuo = { prompt: 'string!', first_frame_image: 'file', duration: [6, 10], prompt_optimizer: 'boolean' } as const
const lips = { video: 'file!', audio: 'file!', sync_mode: ['loop', 'bounce', 'cut_off', 'silence', 'remap'], temperature: 'number' } as const

export const smallModels: readonly SmallModel[] = [
  model('black-forest-labs/flux-2-pro', 'image', { ...flux2, resolution: ['0.5 MP', '1 MP', '2 MP', '4 MP', 'match_input_image'] }),
  model('black-forest-labs/flux-2-dev', 'image', { ...flux2, go_fast: 'boolean' }),
  model('black-forest-labs/flux-1.1-pro', 'image', { prompt: 'string!', image_prompt: 'file', aspect_ratio: [...aspects, 'custom'], width: 'integer', height: 'integer', seed: 'integer', output_format: ['webp', 'jpg', 'png'], safety_tolerance: 'integer' }),
  model('black-forest-labs/flux-schnell', 'image', { prompt: 'string!', aspect_ratio: [...aspects, '21:9', '9:21'], num_outputs: 'integer', seed: 'integer', output_format: ['webp', 'jpg', 'png'], go_fast: 'boolean', megapixels: ['1', '0.25'] }, { many: true }),
  model('recraft-ai/recraft-v3', 'image', { prompt: 'string!', size: ['1024x1024', '1365x1024', '1024x1365', '1536x1024', '1024x1536', '1820x1024', '1024x1820', '1024x2048', '2048x1024'], style: 'string' }, { schema: false }),
  community('stability-ai/stable-diffusion', 'b3d14e1cd1f9470bbb0bb68cac48e5f483e5be309551992cc33dc30654a82bb7', 'image', {
    prompt: 'string', negative_prompt: 'string', width: [64, 128, 192, 256, 320, 384, 448, 512, 576, 640, 704, 768, 832, 896, 960, 1024], height: [64, 128, 192, 256, 320, 384, 448, 512, 576, 640, 704, 768, 832, 896, 960, 1024],
    num_outputs: 'integer', num_inference_steps: 'integer', guidance_scale: 'number', scheduler: ['DDIM', 'K_EULER', 'DPMSolverMultistep', 'K_EULER_ANCESTRAL', 'PNDM', 'KLMS'], seed: 'integer',
  }, { many: true }),

  model('bytedance/seedance-2.0', 'video', {
    prompt: 'string!', image: 'file', last_frame_image: 'file', reference_images: 'files', reference_videos: 'files', reference_audios: 'files', duration: 'integer', resolution: ['480p', '720p', '1080p'],
    aspect_ratio: ['16:9', '4:3', '1:1', '3:4', '9:16', '21:9', 'adaptive'], generate_audio: 'boolean', seed: 'integer',
  }),
  model('kwaivgi/kling-v2.5-turbo-pro', 'video', { prompt: 'string!', negative_prompt: 'string', start_image: 'file', end_image: 'file', aspect_ratio: ['16:9', '9:16', '1:1'], duration: [5, 10] }),
  model('kwaivgi/kling-v3-omni-video', 'video', { prompt: 'string!', start_image: 'file', end_image: 'file', duration: 'integer', generate_audio: 'boolean' }),
  model('minimax/hailuo-2.3', 'video', { ...hailuo, resolution: ['768p', '1080p'] }),
  model('minimax/hailuo-02-fast', 'video', { ...hailuo, first_frame_image: 'file!', go_fast: 'boolean' }),
  model('wan-video/wan-2.2-i2v-fast', 'video', { prompt: 'string!', image: 'file!', last_image: 'file', num_frames: 'integer', frames_per_second: 'integer', resolution: ['480p', '720p'], seed: 'integer' }),
  community('ali-vilab/i2vgen-xl', null, 'video', { prompt: 'string!', image: 'file!', max_frames: 'integer', num_inference_steps: 'integer', guidance_scale: 'number', seed: 'integer' }),

  model('minimax/speech-2.6-turbo', 'audio', { ...minimaxSpeech, audio_format: ['mp3', 'wav', 'flac', 'pcm'] }, { sound: 'mp3' }),
  model('minimax/speech-2.6-hd', 'audio', { ...minimaxSpeech, audio_format: ['mp3', 'wav', 'flac', 'pcm'] }, { sound: 'mp3' }),
  model('minimax/speech-02-hd', 'audio', minimaxSpeech, { sound: 'mp3' }),
  model('stability-ai/stable-audio-2.5', 'audio', { prompt: 'string!', duration: 'integer', steps: 'integer', cfg_scale: 'number', seed: 'integer' }, { sound: 'mp3' }),
  model('google/lyria-2', 'audio', { prompt: 'string!', negative_prompt: 'string', seed: 'integer' }, { sound: 'wav' }),
  community('meta/musicgen', null, 'audio', { prompt: 'string', duration: 'integer', model_version: ['stereo-melody-large', 'stereo-large', 'melody-large', 'large'], output_format: ['wav', 'mp3'], normalization_strategy: ['loudness', 'clip', 'peak', 'rms'], seed: 'integer' }, { sound: 'wav' }),

  community('nightmareai/real-esrgan', null, 'image', { image: 'file!', scale: 'number', face_enhance: 'boolean' }),
  model('topazlabs/video-upscale', 'video', { video: 'file!', target_resolution: ['720p', '1080p', '4k'], target_fps: 'integer' }),
  community('lucataco/real-esrgan-video', 'c23768236472c41b7a121ee735c8073e29080c01b32907740cfada61bff75320', 'video', { video_path: 'file!', model: ['RealESRGAN_x4plus', 'RealESRGAN_x4plus_anime_6B', 'realesr-animevideov3'], resolution: ['FHD', '2k', '4k'] }),
  community('sczhou/codeformer', 'cc4956dd26fa5a7185d5660cc9100fab1b8070a1d1654a8bb5eb6d443b020bb2', 'image', { image: 'file!', codeformer_fidelity: 'number', background_enhance: 'boolean', face_upsample: 'boolean', upscale: 'integer' }),
  community('tencentarc/gfpgan', '9283608cc6b7be6b65a8e44983db012355fde4132009bf99d976b2f0896856a3', 'image', { img: 'file!', version: ['v1.2', 'v1.3', 'v1.4', 'RestoreFormer'], scale: 'number' }),
  community('851-labs/background-remover', 'a029dff38972b5fda4ec5d75d7d1cd25aeff621d2cf4946a41055d7db66b80bc', 'cut-out', { image: 'file!', threshold: 'number', reverse: 'boolean', background_type: 'string', format: ['png', 'jpg'] }),
  community('arielreplicate/robust_video_matting', null, 'mask', { input_video: 'file!', output_type: ['green-screen', 'alpha-mask', 'foreground-mask'] }),
  model('sync/lipsync-2', 'video', lips),
  model('sync/lipsync-2-pro', 'video', { ...lips, active_speaker: 'boolean' }),
  model('kwaivgi/kling-lip-sync', 'video', { video_url: 'file', video_id: 'string', audio_file: 'file', text: 'string', voice_id: 'string', voice_speed: 'number' }),
]

/** As Cog writes it: choices lie beside the input. */
export function openApiOf({ fields }: SmallModel) {
  const choices: Record<string, unknown> = {}
  const properties = Object.fromEntries(Object.entries(fields).map(([name, spec], order) => {
    if (Array.isArray(spec)) {
      choices[name] = { enum: spec, type: typeof spec[0] === 'number' ? 'integer' : 'string', title: name }
      return [name, { allOf: [{ $ref: `#/components/schemas/${name}` }], 'x-order': order }]
    }
    const type = (spec as string).replace('!', '')
    return [name, type === 'file' ? { type: 'string', format: 'uri', 'x-order': order } : type === 'files' ? { type: 'array', items: { type: 'string', format: 'uri' }, 'x-order': order } : { type, 'x-order': order }]
  }))
  const required = Object.entries(fields).filter(([, spec]) => typeof spec === 'string' && spec.endsWith('!')).map(([name]) => name)
  return { openapi: '3.0.2', info: { title: 'Cog', version: '0.1.0' }, components: { schemas: { Input: { type: 'object', title: 'Input', properties, ...required.length > 0 && { required } }, Output: { title: 'Output' }, ...choices } } }
}

/** What is wrong with an input, as their API says it; what it does not know it ignores. */
export function wrongWith({ fields }: SmallModel, input: Record<string, unknown>): { field: string; description: string }[] {
  return Object.entries(fields).flatMap(([name, spec]) => {
    const value = input[name]
    if (value === undefined) return typeof spec === 'string' && spec.endsWith('!') ? [{ field: `input.${name}`, description: `${name} is required` }] : []
    if (Array.isArray(spec)) return spec.includes(value as string) ? [] : [{ field: `input.${name}`, description: `${name} must be one of the following: ${spec.map((each) => JSON.stringify(each)).join(', ')}` }]
    const type = (spec as string).replace('!', '')
    const fits = type === 'integer' ? Number.isInteger(value) : type === 'files' ? Array.isArray(value) && value.every(isAddress) : type === 'file' ? isAddress(value) : typeof value === type
    return fits ? [] : [{ field: `input.${name}`, description: `Invalid type. Expected: ${type}, given: ${typeof value}` }]
  })
}

const isAddress = (value: unknown) => typeof value === 'string' && /^(https?:\/\/|data:)/.test(value)

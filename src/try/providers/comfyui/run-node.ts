import { pictureSize } from '../../../picture/picture-size.ts'
import { measureMp4 } from '../../../studio/measure-mp4.ts'
import { paintPicture, type PictureValue } from './picture-value.ts'
import { renderClip } from './render-clip.ts'

export type Shown = { images?: { filename: string; subfolder: string; type: string }[]; gifs?: object[]; animated?: boolean[]; text?: string[] }
export type Kept = { save(prefix: string, ending: string, bytes: Buffer, type?: 'output' | 'temp'): { filename: string; subfolder: string; type: string }; input(name: string): Buffer | undefined }
type Inputs = Record<string, any>
type Made = { gives: unknown[]; shown?: Shown }

const picture = (width: number, height: number, more: Partial<PictureValue> = {}): PictureValue => ({ width, height, frames: 1, words: '', seed: 0, marks: [], ...more })
const marked = (value: PictureValue, mark: string, more: Partial<PictureValue> = {}): PictureValue => ({ ...value, ...more, marks: [...value.marks, mark] })
const passes = (...names: string[]) => async (inputs: Inputs): Promise<Made> => ({ gives: names.map((name) => inputs[name]) })
const gives = (...values: unknown[]) => async (): Promise<Made> => ({ gives: values })

function load(bytes: Buffer | undefined): PictureValue {
  if (!bytes) throw new Error('[Errno 2] No such file or directory')
  const size = pictureSize(bytes)
  if (size) return picture(size.width, size.height, { base: bytes })
  const clip = measureMp4(bytes)
  if (clip) return picture(clip.width, clip.height, { frames: clip.frames, words: 'a clip' })
  throw new Error('cannot identify image file')
}

const sample = async ({ positive, latent_image: latent, seed, noise_seed: noise }: Inputs): Promise<Made> =>
  ({ gives: [{ ...latent, words: positive.words || latent.words, seed: seed ?? noise, marks: [...latent.marks, ...positive.marks] }] })

const saveClip = async (value: PictureValue & { fps?: number }, fps: number, prefix: string, kept: Kept, ending = '_00001_.mp4') => kept.save(prefix, ending, await renderClip(value, fps))

/** What each class does, as far as a picture of it goes. */
export const runners: Record<string, (inputs: Inputs, kept: Kept) => Promise<Made>> = {
  CheckpointLoaderSimple: gives('model', 'clip', 'vae'), ImageOnlyCheckpointLoader: gives('model', 'clip vision', 'vae'), LoraLoader: passes('model', 'clip'),
  UpscaleModelLoader: async ({ model_name: name }) => ({ gives: [Number(/x(\d)|(\d)x/.exec(name)?.slice(1).find(Boolean) ?? 4)] }),
  LoadBackgroundRemovalModel: gives('birefnet'), FaceRestoreModelLoader: gives('codeformer'), VideoLinearCFGGuidance: passes('model'),
  CLIPTextEncode: async ({ text }) => ({ gives: [{ words: text, marks: [] }] }),
  ConditioningZeroOut: gives({ words: '', marks: [] }),
  ConditioningCombine: async ({ conditioning_1: one, conditioning_2: other }) => ({ gives: [{ words: `${one.words} ${other.words}`, marks: [] }] }),
  FluxGuidance: passes('conditioning'),
  KSampler: sample, KSamplerAdvanced: sample,
  EmptyLatentImage: async ({ width, height, batch_size: frames }) => ({ gives: [picture(width, height, { frames })] }),
  VAEDecode: passes('samples'), VAEEncode: passes('pixels'), VAEEncodeForInpaint: async ({ pixels }) => ({ gives: [marked(pixels, 'repainted')] }),
  SetLatentNoiseMask: async ({ samples }) => ({ gives: [marked(samples, 'masked')] }),
  LoadImage: async ({ image }, kept) => ({ gives: [load(kept.input(image)), 'mask'] }),
  LoadImageMask: async ({ image }, kept) => ({ gives: [load(kept.input(image))] }),
  LoadVideo: async ({ file }, kept) => ({ gives: [load(kept.input(file))] }),
  GetVideoComponents: async ({ video }) => ({ gives: [video, null, 24] }),
  ImageUpscaleWithModel: async ({ image, upscale_model: times }) => ({ gives: [marked(image, `upscaled ×${times}`, { width: image.width * times, height: image.height * times })] }),
  ImageScale: async ({ image, width, height }) => ({ gives: [{ ...image, width: width || image.width, height: height || image.height }] }),
  ImageScaleBy: async ({ image, scale_by: times }) => ({ gives: [{ ...image, width: Math.round(image.width * times), height: Math.round(image.height * times) }] }),
  GetImageSize: async ({ image }) => ({ gives: [image.width, image.height, image.frames] }),
  ImageCompositeMasked: async ({ destination, source }) => ({ gives: [marked(destination, 'put behind', { base: source.base })] }),
  RemoveBackground: gives('mask'), InvertMask: passes('mask'), JoinImageWithAlpha: passes('image'),
  FaceRestoreCFWithModel: async ({ image }) => ({ gives: [marked(image, 'faces restored')] }),
  SVD_img2vid_Conditioning: async ({ init_image: first, width, height, video_frames: frames }) =>
    ({ gives: [{ words: '', marks: [] }, { words: '', marks: [] }, { ...first, width, height, frames }] }),
  WanFirstLastFrameToVideo: async ({ positive, negative, start_image: first, end_image: last, width, height, length: frames }) =>
    ({ gives: [positive, negative, picture(width, height, { base: first?.base, frames, marks: last ? ['to a last frame'] : [] })] }),
  CreateVideo: async ({ images, fps }) => ({ gives: [{ ...images, fps }] }),
  PrimitiveInt: passes('value'), PrimitiveFloat: passes('value'), PrimitiveStringMultiline: passes('value'),
  KlingImage2VideoNode: async ({ start_frame: first, prompt, duration }) => ({ gives: [{ ...first, words: prompt, frames: Number(duration) * 24, fps: 24, marks: ['kling'] }, 'id', duration] }),
  SaveImage: async ({ images, filename_prefix: prefix }, kept) => {
    const bytes = await Promise.all(Array.from({ length: images.frames }, (_, index) => paintPicture({ ...images, seed: images.seed + index })))
    return { gives: [], shown: { images: bytes.map((each) => kept.save(prefix, '.png', each)) } }
  },
  PreviewImage: async ({ images }, kept) => ({ gives: [], shown: { images: [kept.save('ComfyUI_temp', '.png', await paintPicture(images), 'temp')] } }),
  SaveVideo: async ({ video, filename_prefix: prefix }, kept) => ({ gives: [], shown: { images: [await saveClip(video, video.fps ?? 24, prefix, kept)], animated: [true] } }),
  VHS_VideoCombine: async ({ images, frame_rate: fps, filename_prefix: prefix }, kept) => ({ gives: [], shown: { gifs: [{ ...await saveClip(images, fps, prefix, kept, '_00001.mp4'), format: 'video/h264-mp4', frame_rate: fps }] } }),
}

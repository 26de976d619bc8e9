type Spec = [unknown, Record<string, unknown>?]
export type NodeClass = {
  required?: Record<string, Spec>
  optional?: Record<string, Spec>
  gives: string[]
  /** It has a result that is shown: without any such node nothing runs. */
  ends?: boolean
  partner?: boolean
  category?: string
}

const int = (fallback: number, min: number, max: number, more: Record<string, unknown> = {}): Spec => ['INT', { default: fallback, min, max, ...more }]
const float = (fallback: number, min: number, max: number, step = 0.01): Spec => ['FLOAT', { default: fallback, min, max, step }]
const text = (more: Record<string, unknown> = {}): Spec => ['STRING', { multiline: true, ...more }]
const one = (choices: unknown[], more: Record<string, unknown> = {}): Spec => [choices, more]
/** As the newer nodes describe themselves. */
const combo = (options: unknown[], more: Record<string, unknown> = {}): Spec => ['COMBO', { options, ...more }]
const seed: Spec = int(0, 0, 2 ** 64, { control_after_generate: true })
const side = (fallback: number, step = 8): Spec => int(fallback, 16, 16384, { step })
const prefix: Spec = ['STRING', { default: 'ComfyUI' }]
const samplers = ['euler', 'euler_ancestral', 'heun', 'dpmpp_2m', 'dpmpp_2m_sde', 'ddim', 'uni_pc']
const schedulers = ['simple', 'sgm_uniform', 'karras', 'exponential', 'normal', 'beta']
const resizes = ['nearest-exact', 'bilinear', 'area', 'bicubic', 'lanczos']
const files = one([], { image_upload: true })

/** The classes that this small ComfyUI knows, as the real ones describe themselves (v0.3.64; background removal is newer). */
export const knownNodes: Record<string, NodeClass> = {
  CheckpointLoaderSimple: { required: { ckpt_name: one(['v1-5-pruned-emaonly-fp16.safetensors', 'dreamshaper_8.safetensors']) }, gives: ['MODEL', 'CLIP', 'VAE'] },
  ImageOnlyCheckpointLoader: { required: { ckpt_name: one(['svd.safetensors', 'svd_xt.safetensors']) }, gives: ['MODEL', 'CLIP_VISION', 'VAE'] },
  LoraLoader: { required: { model: ['MODEL'], clip: ['CLIP'], lora_name: one(['ink-wash.safetensors']), strength_model: float(1, -100, 100), strength_clip: float(1, -100, 100) }, gives: ['MODEL', 'CLIP'] },
  CLIPTextEncode: { required: { text: text({ dynamicPrompts: true }), clip: ['CLIP'] }, gives: ['CONDITIONING'] },
  ConditioningZeroOut: { required: { conditioning: ['CONDITIONING'] }, gives: ['CONDITIONING'] },
  ConditioningCombine: { required: { conditioning_1: ['CONDITIONING'], conditioning_2: ['CONDITIONING'] }, gives: ['CONDITIONING'] },
  FluxGuidance: { required: { conditioning: ['CONDITIONING'], guidance: float(3.5, 0, 100, 0.1) }, gives: ['CONDITIONING'] },
  KSampler: {
    required: {
      model: ['MODEL'], seed, steps: int(20, 1, 10000), cfg: float(8, 0, 100, 0.1), sampler_name: one(samplers), scheduler: one(schedulers),
      positive: ['CONDITIONING'], negative: ['CONDITIONING'], latent_image: ['LATENT'], denoise: float(1, 0, 1),
    }, gives: ['LATENT'],
  },
  KSamplerAdvanced: {
    required: {
      model: ['MODEL'], add_noise: one(['enable', 'disable']), noise_seed: seed, steps: int(20, 1, 10000), cfg: float(8, 0, 100, 0.1), sampler_name: one(samplers), scheduler: one(schedulers),
      positive: ['CONDITIONING'], negative: ['CONDITIONING'], latent_image: ['LATENT'], start_at_step: int(0, 0, 10000), end_at_step: int(10000, 0, 10000), return_with_leftover_noise: one(['disable', 'enable']),
    }, gives: ['LATENT'],
  },
  EmptyLatentImage: { required: { width: side(512), height: side(512), batch_size: int(1, 1, 4096) }, gives: ['LATENT'] },
  VAEDecode: { required: { samples: ['LATENT'], vae: ['VAE'] }, gives: ['IMAGE'] },
  VAEEncode: { required: { pixels: ['IMAGE'], vae: ['VAE'] }, gives: ['LATENT'] },
  VAEEncodeForInpaint: { required: { pixels: ['IMAGE'], vae: ['VAE'], mask: ['MASK'], grow_mask_by: int(6, 0, 64) }, gives: ['LATENT'] },
  SetLatentNoiseMask: { required: { samples: ['LATENT'], mask: ['MASK'] }, gives: ['LATENT'] },
  LoadImage: { required: { image: files }, gives: ['IMAGE', 'MASK'] },
  LoadImageMask: { required: { image: files, channel: one(['alpha', 'red', 'green', 'blue']) }, gives: ['MASK'] },
  SaveImage: { required: { images: ['IMAGE'], filename_prefix: prefix }, gives: [], ends: true },
  PreviewImage: { required: { images: ['IMAGE'] }, gives: [], ends: true },
  UpscaleModelLoader: { required: { model_name: one(['4x-ESRGAN.pth', 'RealESRGAN_x2.pth']) }, gives: ['UPSCALE_MODEL'] },
  ImageUpscaleWithModel: { required: { upscale_model: ['UPSCALE_MODEL'], image: ['IMAGE'] }, gives: ['IMAGE'] },
  ImageScale: { required: { image: ['IMAGE'], upscale_method: one(resizes), width: int(512, 0, 16384), height: int(512, 0, 16384), crop: one(['disabled', 'center']) }, gives: ['IMAGE'] },
  ImageScaleBy: { required: { image: ['IMAGE'], upscale_method: one(resizes), scale_by: float(1, 0.01, 8) }, gives: ['IMAGE'] },
  GetImageSize: { required: { image: ['IMAGE'] }, gives: ['INT', 'INT', 'INT'] },
  ImageCompositeMasked: { required: { destination: ['IMAGE'], source: ['IMAGE'], x: int(0, 0, 16384), y: int(0, 0, 16384), resize_source: ['BOOLEAN', { default: false }] }, optional: { mask: ['MASK'] }, gives: ['IMAGE'] },
  LoadBackgroundRemovalModel: { required: { bg_removal_name: combo(['birefnet.safetensors']) }, gives: ['BACKGROUND_REMOVAL'] },
  RemoveBackground: { required: { image: ['IMAGE'], bg_removal_model: ['BACKGROUND_REMOVAL'] }, gives: ['MASK'] },
  InvertMask: { required: { mask: ['MASK'] }, gives: ['MASK'] },
  JoinImageWithAlpha: { required: { image: ['IMAGE'], alpha: ['MASK'] }, gives: ['IMAGE'] },
  SVD_img2vid_Conditioning: {
    required: {
      clip_vision: ['CLIP_VISION'], init_image: ['IMAGE'], vae: ['VAE'], width: side(1024), height: side(576), video_frames: int(14, 1, 4096),
      motion_bucket_id: int(127, 1, 1023), fps: int(6, 1, 1024), augmentation_level: float(0, 0, 10),
    }, gives: ['CONDITIONING', 'CONDITIONING', 'LATENT'],
  },
  VideoLinearCFGGuidance: { required: { model: ['MODEL'], min_cfg: float(1, 0, 100, 0.5) }, gives: ['MODEL'] },
  WanFirstLastFrameToVideo: {
    required: { positive: ['CONDITIONING'], negative: ['CONDITIONING'], vae: ['VAE'], width: side(832, 16), height: side(480, 16), length: int(81, 1, 16384, { step: 4 }), batch_size: int(1, 1, 4096) },
    optional: { start_image: ['IMAGE'], end_image: ['IMAGE'] }, gives: ['CONDITIONING', 'CONDITIONING', 'LATENT'],
  },
  CreateVideo: { required: { images: ['IMAGE'], fps: float(30, 1, 120, 1) }, optional: { audio: ['AUDIO'] }, gives: ['VIDEO'] },
  SaveVideo: { required: { video: ['VIDEO'], filename_prefix: ['STRING', { default: 'video/ComfyUI' }], format: combo(['auto', 'mp4'], { default: 'auto' }), codec: combo(['auto', 'h264'], { default: 'auto' }) }, gives: [], ends: true },
  LoadVideo: { required: { file: combo([], { video_upload: true, image_upload: true }) }, gives: ['VIDEO'] },
  GetVideoComponents: { required: { video: ['VIDEO'] }, gives: ['IMAGE', 'AUDIO', 'FLOAT'] },
  PrimitiveInt: { required: { value: int(0, -(2 ** 53), 2 ** 53, { control_after_generate: true }) }, gives: ['INT'] },
  PrimitiveFloat: { required: { value: float(0, -1e9, 1e9) }, gives: ['FLOAT'] },
  PrimitiveStringMultiline: { required: { value: text() }, gives: ['STRING'] },
  VHS_VideoCombine: {
    required: { images: ['IMAGE'], frame_rate: float(8, 1, 120, 1), loop_count: int(0, 0, 100), filename_prefix: ['STRING', { default: 'AnimateDiff' }], format: one(['image/gif', 'video/h264-mp4']), pingpong: ['BOOLEAN', { default: false }], save_output: ['BOOLEAN', { default: true }] },
    gives: ['VHS_FILENAMES'], ends: true, category: 'Video Helper Suite',
  },
  FaceRestoreModelLoader: { required: { model_name: one(['codeformer-v0.1.0.pth', 'GFPGANv1.4.pth']) }, gives: ['FACERESTORE_MODEL'], category: 'facerestore_cf' },
  FaceRestoreCFWithModel: { required: { facerestore_model: ['FACERESTORE_MODEL'], image: ['IMAGE'], facedetection: one(['retinaface_resnet50', 'YOLOv5l']), codeformer_fidelity: float(0.5, 0, 1, 0.05) }, gives: ['IMAGE'], category: 'facerestore_cf' },
  KlingImage2VideoNode: {
    required: { start_frame: ['IMAGE'], prompt: text(), negative_prompt: text(), model_name: one(['kling-v2-1', 'kling-v2-master']), cfg_scale: float(0.8, 0, 1), mode: one(['std', 'pro']), aspect_ratio: one(['16:9', '9:16', '1:1']), duration: one(['5', '10']) },
    gives: ['VIDEO', 'STRING', 'STRING'], partner: true, category: 'api node/video/Kling',
  },
  ResizeImageMaskNode: { required: { input: ['IMAGE'], resize_type: ['COMFY_DYNAMICCOMBO_V3', { options: [] }] }, gives: ['IMAGE'] },
}

/** Nodes that only some have installed. */
export const customNodes = ['FaceRestoreModelLoader', 'FaceRestoreCFWithModel', 'VHS_VideoCombine']

/** As `/object_info` says it. */
export function describe(name: string, node: NodeClass) {
  const { required = {}, optional = {}, gives, ends = false, partner = false, category = 'image' } = node
  return {
    input: { required, ...(Object.keys(optional).length ? { optional } : {}), hidden: {} },
    input_order: { required: Object.keys(required), ...(Object.keys(optional).length ? { optional: Object.keys(optional) } : {}), hidden: [] },
    output: gives, output_is_list: gives.map(() => false), output_name: gives, name, display_name: name, description: '', python_module: 'nodes', category, output_node: ends, deprecated: false, experimental: false, api_node: partner,
  }
}

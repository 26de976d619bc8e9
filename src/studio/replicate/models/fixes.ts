import type { EntryData } from '../entry.ts'

export const fixModels: readonly EntryData[] = [
  {
    id: 'nightmareai/real-esrgan', capability: 'upscale', label: 'Real-ESRGAN', source: 'M',
    fields: { picture: 'image', factor: 'scale' }, always: { face_enhance: false },
  },
  {
    id: 'topazlabs/video-upscale', capability: 'upscale', works: 'video', label: 'Topaz Video Upscale', source: 'V',
    // without a rate it would make 60 frames a second of any clip
    fields: { clip: 'video', factor: { to: 'target_resolution', values: { 2: '1080p', 4: '4k' } }, fps: { to: 'target_fps', as: 'integer' } },
  },
  {
    id: 'lucataco/real-esrgan-video', capability: 'upscale', works: 'video', label: 'Real-ESRGAN Video', source: 'P',
    pin: 'c23768236472c41b7a121ee735c8073e29080c01b32907740cfada61bff75320',
    fields: { clip: 'video_path', factor: { to: 'resolution', values: { 2: 'FHD', 4: '4k' } } }, always: { model: 'RealESRGAN_x4plus' },
  },
  {
    id: 'sczhou/codeformer', capability: 'restoreFaces', label: 'CodeFormer', source: 'V',
    pin: 'cc4956dd26fa5a7185d5660cc9100fab1b8070a1d1654a8bb5eb6d443b020bb2',
    fields: { picture: 'image' }, always: { codeformer_fidelity: 0.7, background_enhance: false, face_upsample: true, upscale: 2 },
    note: 'Its licence is for non-commercial use (from memory).',
  },
  {
    id: 'tencentarc/gfpgan', capability: 'restoreFaces', label: 'GFPGAN', source: 'P',
    pin: '9283608cc6b7be6b65a8e44983db012355fde4132009bf99d976b2f0896856a3',
    fields: { picture: 'img' }, always: { version: 'v1.4', scale: 2 },
  },
  {
    id: '851-labs/background-remover', capability: 'replaceBackground', label: 'Background Remover', source: 'V',
    pin: 'a029dff38972b5fda4ec5d75d7d1cd25aeff621d2cf4946a41055d7db66b80bc',
    fields: { picture: 'image' }, always: { background_type: 'rgba', format: 'png', threshold: 0, reverse: false },
  },
  {
    id: 'arielreplicate/robust_video_matting', capability: 'replaceBackground', works: 'video', label: 'Robust Video Matting', source: 'P',
    fields: { clip: 'input_video' }, always: { output_type: 'alpha-mask' },
  },
  {
    id: 'sync/lipsync-2', capability: 'syncLips', works: 'video', label: 'Sync Lipsync 2', source: 'V',
    fields: { clip: 'video', sound: 'audio' }, always: { sync_mode: 'loop', temperature: 0.5 },
  },
  {
    id: 'sync/lipsync-2-pro', capability: 'syncLips', works: 'video', label: 'Sync Lipsync 2 Pro', source: 'V',
    fields: { clip: 'video', sound: 'audio' }, always: { sync_mode: 'loop', temperature: 0.5, active_speaker: false },
  },
  {
    id: 'kwaivgi/kling-lip-sync', capability: 'syncLips', works: 'video', label: 'Kling Lip Sync', source: 'P',
    fields: { clip: { to: 'video_url', as: 'url' }, sound: { to: 'audio_file', as: 'url' } },
  },
]

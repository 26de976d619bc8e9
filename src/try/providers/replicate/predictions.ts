import { randomBytes } from 'node:crypto'
import type { Fault } from './faults.ts'
import type { Media } from './media.ts'
import type { SmallModel } from './models.ts'

export type Job = {
  id: string
  model: SmallModel
  input: Record<string, unknown>
  webhook: string | undefined
  createdAt: number
  /** By the clock of its life. */
  begins: number
  ends: number
  cancelledAt: number | null
  fault: Fault | null
  files: Made[] | null
  making?: Promise<Made[]>
  told: boolean
}
type Made = { bytes: Buffer; ending: string; type: string }
export type Status = 'starting' | 'processing' | 'succeeded' | 'failed' | 'canceled' | 'aborted'

export type Life = { clock: () => number; /** Milliseconds in the queue, and at work. */ starting: number; working: number; /** Outputs, inputs and logs are deleted after so many seconds. */ keepSeconds: number }

/** A new job; what it will make is made when somebody asks. */
export function newJob(model: SmallModel, input: Record<string, unknown>, webhook: string | undefined, fault: Fault | null, { clock, starting, working }: Life): Job {
  const now = clock()
  const slow = fault?.kind === 'slow' ? fault.seconds * 1000 : 0
  const id = randomBytes(16).toString('base64url').toLowerCase().replace(/[^a-z0-9]/g, '0').slice(0, 26)
  return { id, model, input, webhook, createdAt: now, begins: now + starting, ends: now + starting + working + slow, cancelledAt: null, fault, files: null, told: false }
}

export function statusOf({ begins, ends, cancelledAt, fault }: Job, { clock }: Life): Status {
  const now = clock()
  if (cancelledAt !== null && cancelledAt < ends) return 'canceled'
  if (now < begins) return 'starting'
  if (fault?.kind === 'abort') return 'aborted'
  if (now < ends) return 'processing'
  return fault?.kind === 'fail' ? 'failed' : fault?.kind === 'cancel' ? 'canceled' : 'succeeded'
}

/** What would be charged for: what was made, and what was at work when it was stopped. */
export const isCharged = (job: Job, life: Life) => !['aborted', 'failed'].includes(statusOf(job, life)) && !(job.cancelledAt !== null && job.cancelledAt < job.begins)

/** As the API shows it. */
export function shown(job: Job, life: Life, home: string) {
  const status = statusOf(job, life)
  const now = life.clock()
  const over = status !== 'starting' && status !== 'processing'
  const ended = job.cancelledAt !== null && job.cancelledAt < job.ends ? job.cancelledAt : job.ends
  const removed = over && now - ended > life.keepSeconds * 1000
  const time = (at: number) => new Date(at).toISOString()
  const share = Math.min(1, Math.max(0, (now - job.begins) / (job.ends - job.begins || 1)))
  const percent = Math.round(share * 100)
  const begun = now >= job.begins && status !== 'aborted' && (job.cancelledAt === null || job.cancelledAt >= job.begins)
  return {
    id: job.id, model: job.model.id, version: job.model.official ? 'hidden' : job.model.version,
    input: removed ? {} : job.input, output: status === 'succeeded' && !removed ? output(job, home) : null,
    logs: removed ? '' : begun ? `Using seed: ${String(job.input['seed'] ?? 4711)}\n${String(percent).padStart(3)}%|${'█'.repeat(Math.round(share * 20)).padEnd(20)}| ${Math.round(share * 50)}/50 [00:01<00:01, 25.00it/s]\n` : '',
    error: status === 'failed' && job.fault?.kind === 'fail' ? job.fault.error : null,
    status, source: 'api', data_removed: removed, created_at: time(job.createdAt),
    ...begun && { started_at: time(job.begins) }, ...over && { completed_at: time(ended), metrics: { predict_time: status === 'aborted' ? 0 : (ended - job.begins) / 1000, total_time: (ended - job.createdAt) / 1000 } },
    ...job.webhook !== undefined && { webhook: job.webhook },
    urls: { get: `${home}/v1/predictions/${job.id}`, cancel: `${home}/v1/predictions/${job.id}/cancel`, web: `https://replicate.com/p/${job.id}` },
  }
}

function output({ id, model, input, fault }: Job, home: string): unknown {
  if (fault?.kind === 'empty') return null
  if (fault?.kind === 'elsewhere') return fault.url
  const count = model.many ? Number(input['num_outputs'] ?? 1) : 1
  const ending = { image: 'png', 'cut-out': 'png', video: 'mp4', mask: 'mp4', audio: format(model, input) }[model.makes]
  const urls = Array.from({ length: count }, (_, index) => `${home}/delivery/${id}/out-${index}.${ending}`)
  return model.many ? urls : urls[0]
}

const format = ({ sound = 'mp3', fields }: SmallModel, input: Record<string, unknown>): 'wav' | 'mp3' => {
  const asked = ('audio_format' in fields ? input['audio_format'] : undefined) ?? ('output_format' in fields ? input['output_format'] : undefined)
  return asked === 'wav' || asked === 'mp3' ? asked : sound
}

/** Draws, films or sounds it, once. `read` gives the bytes of what was sent in. */
export async function makeFiles(job: Job, media: Media, read: (address: unknown) => Promise<Buffer>, shows = false): Promise<Made[]> {
  if (job.files) return job.files
  const { model, input, fault } = job
  const rubbish = { bytes: Buffer.from('<html>not found</html>'), ending: 'png', type: 'text/html' }
  const seed = Number(input['seed'] ?? 1)
  const words = String(input['prompt'] ?? model.id)
  const make = async (): Promise<Made[]> => {
    if (fault?.kind === 'rubbish') return [rubbish]
    if (model.makes === 'cut-out') return [await media.cutOut(await read(input['image']))]
    if (model.makes === 'mask') return [await media.clip(3, { mask: true })]
    if (model.makes === 'audio') {
      const text = String(input['text'] ?? '')
      const seconds = 'text' in model.fields ? Math.max(0.5, text.length * (/\p{Script=Han}/u.test(text) ? 0.22 : 0.07)) : Number(input['duration'] ?? 30)
      return [await media.sound(Math.round(seconds * 10) / 10, format(model, input))]
    }
    const still = input['image'] ?? input['start_image'] ?? input['first_frame_image']
    if (model.makes === 'video' && shows && still !== undefined) return [await media.moved(await read(still), secondsOf(input), Number(input['frames_per_second'] ?? 24))]
    if (model.makes === 'video') return [await media.clip(secondsOf(input), { fps: Number(input['frames_per_second'] ?? input['target_fps'] ?? 24) })]
    const source = input['image'] ?? input['img']
    if (source !== undefined && !('prompt' in model.fields)) return [await media.enlarged(await read(source), Number(input['scale'] ?? input['upscale'] ?? 2))]
    const { width, height } = sizeOf(input)
    return Promise.all(Array.from({ length: model.many ? Number(input['num_outputs'] ?? 1) : 1 }, (_, index) => media.picture(words, width, height, seed + index)))
  }
  job.making ??= make().finally(() => { delete job.making })
  return job.files = await job.making
}

const secondsOf = (input: Record<string, unknown>) => typeof input['num_frames'] === 'number' ? input['num_frames'] / Number(input['frames_per_second'] ?? 16)
  : typeof input['max_frames'] === 'number' ? input['max_frames'] / 8 : Number(input['duration'] ?? 3)

function sizeOf(input: Record<string, unknown>) {
  const [, wide, high] = /^(\d+)x(\d+)$/.exec(String(input['size'] ?? '')) ?? []
  if (wide && high) return { width: Number(wide), height: Number(high) }
  if (input['width'] !== undefined) return { width: Number(input['width']), height: Number(input['height']) }
  const [x = 16, y = 9] = String(input['aspect_ratio'] ?? '16:9').split(':').map(Number)
  const height = Math.round(Math.sqrt((640 * 360 * y) / x) / 8) * 8
  return { width: Math.round(((height * x) / y) / 8) * 8, height }
}

import type { PaidWork } from '../../lab/work.ts'
import { requireModern } from '../../edit/find-ffmpeg.ts'
import { soundSeconds } from '../../sound/sound-seconds.ts'
import { filled, type Prompts } from '../prompt-file.ts'
import type { CastMember } from '../../film/script.ts'
import { ProviderError } from '../provider-error.ts'
import type { Composed, ComposeRequest, SpeakRequest, Spoken } from '../provider.ts'
import { remarksIn } from '../remarks.ts'
import { knows } from './check-input.ts'
import { choose, refusal } from './choose.ts'
import type { Desk } from './desk.ts'
import type { Entry } from './entry.ts'
import { order } from './order.ts'
import { provider } from './to-provider-error.ts'

export const speak = (desk: Desk) => async (request: SpeakRequest, work: PaidWork): Promise<Spoken> => {
  const { entry } = choose(desk, 'speak', request.model)
  const most = entry.limits.characters
  if (most !== undefined && request.text.length > most) throw refusal(`${entry.label} speaks ${most} characters at most; this line has ${request.text.length}. Divide it.`)
  await canBeMixed(desk, entry)
  const voices = entry.voices ?? []
  const known = voices.length === 0 || voices.includes(request.voice)
  const voice = known ? request.voice : voices[0]
  const [sound = ''] = await order(desk, work, {
    entry, step: 'voice', makes: 'audio', measure: { '1k characters': request.text.length },
    wants: { text: request.text, prompt: request.text, voice, language: request.language },
  })
  const seconds = await lasts(desk, entry, sound)
  const tell = remarksIn(request.language)
  const late = request.within && seconds > request.within + 0.05
  return {
    sound, seconds, words: spread(request.text, seconds),
    remarks: [
      tell.reckoned,
      ...known ? [] : [tell.noVoice(entry.label, request.voice, voice ?? '')],
      ...late ? [tell.late(seconds.toFixed(1), request.within?.toFixed(1) ?? '')] : [],
    ],
  }
}

export const compose = (desk: Desk, prompts: Prompts) => async (request: ComposeRequest, work: PaidWork): Promise<Composed> => {
  const { entry } = choose(desk, 'compose', request.model)
  await canBeMixed(desk, entry)
  const { limits } = entry
  // what is too short is played again under the film; what is too long is faded out
  const seconds = limits.seconds === undefined ? request.seconds : Array.isArray(limits.seconds)
    ? limits.seconds.toSorted((a, b) => a - b).find((length) => length >= request.seconds) ?? Math.max(...limits.seconds)
    : Math.min(limits.seconds.max, Math.max(limits.seconds.min, request.seconds))
  const { body } = await prompts('music')
  const [sound = ''] = await order(desk, work, {
    entry, step: 'score', makes: 'audio', measure: { second: seconds },
    wants: { prompt: filled(body, { mood: request.mood, era: request.era, seconds: Math.ceil(seconds), sound: instruments[request.era] }), negative: 'vocals, speech, noise', seconds, seed: request.seed },
  })
  return { sound, seconds: await lasts(desk, entry, sound) }
}

const instruments: Record<ComposeRequest['era'], string> = {
  'ancient-china': 'Guqin, xiao and low frame drums, unhurried.', 'ancient-west': 'Lyre, low strings and frame drums.', modern: 'Piano and strings.', future: 'Warm synthesizers and distant bells.', timeless: 'Strings and a solo woodwind.',
}

/** The mix reads WAV; everything else it gives to a modern ffmpeg. Known before it is paid. */
async function canBeMixed(desk: Desk, entry: Entry) {
  if (desk.ffmpeg === undefined || desk.ffmpeg.trusted === 'modern') return
  const { schema } = await desk.live(entry)
  const wav = (values: Entry['always']) => Object.entries(values).some(([name, value]) => value === 'wav' && (schema === null || knows(schema, name)))
  if (wav(entry.always) || wav(entry.ifKnown) || /WAV/.test(entry.note ?? '')) return
  try {
    requireModern(desk.ffmpeg, `The sound of ${entry.label}`)
  } catch (error) {
    throw new ProviderError(`${(error as Error).message} Nothing was ordered.`, { provider, retryable: false, bought: false, cause: error })
  }
}

async function lasts({ assets }: Desk, { label }: Entry, sound: string): Promise<number> {
  const seconds = soundSeconds(await assets.read(sound))
  if (seconds !== null) return seconds
  throw new ProviderError(`${label} gave a sound in a form that cannot be measured here. Set it to WAV or MP3 in the registry of models.`, { provider, retryable: false })
}

/** No times come with the sound: each word is given its share of it, by its letters; a stop takes a while. */
export function spread(text: string, seconds: number): Spoken['words'] {
  const pieces = [...text.matchAll(/(\p{Script=Han})|([\p{L}\p{N}\p{M}'’]+?(?=\p{Script=Han})|[\p{L}\p{N}\p{M}'’]+)|([，,、；;：:])|([。．.！!？?…\n])/gu)]
    .map(([all, han, word, pause]) => ({ length: all.length, weight: han ? 2 : word ? 1 + all.length * 0.6 : pause ? 1.5 : 3, spoken: Boolean(han || word) }))
  const starts = [...text.matchAll(/(\p{Script=Han})|([\p{L}\p{N}\p{M}'’]+?(?=\p{Script=Han})|[\p{L}\p{N}\p{M}'’]+)|([，,、；;：:])|([。．.！!？?…\n])/gu)].map(({ index }) => index)
  const lead = Math.min(0.1, seconds * 0.05)
  // a stop at the very end is not waited for
  while (pieces.length > 0 && !pieces.at(-1)?.spoken) pieces.pop()
  const whole = pieces.reduce((sum, { weight }) => sum + weight, 0)
  let passed = 0
  return pieces.flatMap(({ weight, spoken }, index) => {
    const at = lead + (seconds - lead * 2) * (passed / whole)
    passed += weight
    return spoken ? [{ at: starts[index] ?? 0, seconds: Math.round(at * 1000) / 1000 }] : []
  })
}

/** The same member of the cast has the same voice, of the right kind where the name of a voice says so. */
export function castVoice(voices: readonly string[]) {
  return (member: Pick<CastMember, 'gender' | 'age' | 'seed'> | null): string => {
    const narrator = voices.find((voice) => /Deep_Voice|Elegant_Man|narrat/i.test(voice)) ?? voices[0] ?? 'narrator'
    if (member === null) return narrator
    const woman = (voice: string) => /wom[ae]n|girl|female/i.test(voice)
    const young = (voice: string) => /girl|boy|young|knight|lively/i.test(voice)
    const man = (voice: string) => /(^|_)(man|boy|knight|guy)/i.test(voice)
    const ofGender = voices.filter((voice) => member.gender === 'woman' ? woman(voice) : member.gender === 'man' ? man(voice) : true)
    const ofAge = ofGender.filter((voice) => young(voice) === (member.age === 'child' || member.age === 'young'))
    const fitting = (ofAge.length > 0 ? ofAge : ofGender.length > 0 ? ofGender : voices).filter((voice, _, all) => voice !== narrator || all.length === 1)
    return fitting[member.seed % Math.max(1, fitting.length)] ?? narrator
  }
}

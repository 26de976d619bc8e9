import { z } from 'zod'
import type { Bought } from '../../lab/purchase.ts'
import type { PaidWork } from '../../lab/work.ts'
import { readWav, writeWav } from '../../sound/wav.ts'
import type { Model } from '../model.ts'
import { priceOf } from '../price-of.ts'
import { ProviderError } from '../provider-error.ts'
import type { SpeakRequest, Spoken } from '../provider.ts'
import { remarksIn } from '../remarks.ts'
import { modelFor, nameOf } from './choose-models.ts'
import { filled } from '../prompt-file.ts'
import { order, type Shop } from './shop.ts'
import { timeWordsByLength } from './time-words-by-length.ts'
import { senseless } from './to-provider-error.ts'
import { voiceNames } from './voices.ts'

const Heard = z.object({ sound: z.string(), seconds: z.number(), from: z.number(), to: z.number() })
type Heard = z.infer<typeof Heard>

/** A line, said. Where it must fit into a time and does not, it is said once more and faster. */
export const speaker = (shop: Shop) => async (request: SpeakRequest, work: PaidWork): Promise<Spoken> => {
  const model = modelFor(shop.models, 'speak', request.model)
  const { text, within = null } = request
  const refuse = (message: string) => new ProviderError(message, { provider: shop.name, retryable: false, bought: false })
  if (!voiceNames.includes(request.voice) && !request.voice.startsWith('voice_')) throw refuse(`${shop.label} has no voice «${request.voice}». It has ${voiceNames.join(', ')}.`)
  const most = model.limits.characters ?? 4096
  if (text.length > most) throw refuse(`This line has ${text.length} characters; ${nameOf(model)} says at most ${most} at once. Part it between shots.`)
  if (!/[\p{L}\p{N}]/u.test(text)) {
    const samples = new Float32Array(0.4 * 48_000)
    return { sound: await work.assets.put(writeWav({ rate: 48_000, channels: [samples] })), seconds: 0.4, words: [], remarks: [remarksIn(request.language).silence] }
  }
  const file = await shop.prompts('studio/speak')
  const instructions = filled(file.body, { language: request.language === 'zh' ? 'Mandarin Chinese' : 'English' })
  const say = async (step: string, speed: number) => Heard.parse(await order(shop, work, {
    step, model, price: speechCost(model, text, expectedSeconds(text) / speed),
    send: async () => {
      const answer = await shop.client.audio.speech.create({
        model: nameOf(model), input: text, voice: request.voice.startsWith('voice_') ? { id: request.voice } : request.voice, response_format: 'wav',
        ...(speed !== 1 && { speed }), ...(/^tts-1/.test(nameOf(model)) ? {} : { instructions }),
      })
      return takeSpeech(shop, model, text, Buffer.from(await answer.arrayBuffer()))
    },
  }))
  work.progress(0.05, `${request.voice} is speaking`)
  const first = await say('line', 1)
  const faster = within !== null && first.seconds > within * 1.02 ? Math.min(1.6, first.seconds / within) : null
  const heard = faster === null ? first : await say('line, faster', Math.round(faster * 100) / 100)
  const remarks = within !== null && heard.seconds > within * 1.02 ? [remarksIn(request.language).late(heard.seconds.toFixed(1), within.toFixed(1))] : []
  work.progress(1)
  return { sound: heard.sound, seconds: heard.seconds, words: timeWordsByLength(text, heard), ...(remarks.length > 0 && { remarks }) }
}

/** Its WAV as ours: whole, one channel, with what is heard found between the silences. */
async function takeSpeech(shop: Shop, model: Model, text: string, bytes: Buffer): Promise<Bought> {
  const sound = readWav(bytes)
  const [first, ...others] = sound?.channels ?? []
  if (!sound || !first || first.length < sound.rate * 0.05) throw senseless(shop, nameOf(model), speechCost(model, text, expectedSeconds(text)))
  const samples = others.length === 0 ? first : first.map((value, at) => others.reduce((sum, channel) => sum + (channel[at] ?? 0), value) / (others.length + 1))
  const seconds = samples.length / sound.rate
  const heard = (value: number) => Math.abs(value) > 0.01
  const [from, to] = [samples.findIndex(heard), samples.findLastIndex(heard)]
  const result: Heard = {
    sound: await shop.assets.put(writeWav({ rate: sound.rate, channels: [samples] })), seconds,
    from: from < 0 ? 0 : from / sound.rate, to: to < 0 ? seconds : (to + 1) / sound.rate,
  }
  return { result, cost: speechCost(model, text, seconds), usage: { characters: text.length, seconds } }
}

const speechCost = ({ price }: Model, text: string, seconds: number) => priceOf(price, { second: seconds, '1k characters': text.length })

/** As prompts/storyboard.md reckons: 4.2 Chinese characters or 2.4 words a second. */
const expectedSeconds = (text: string) => {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const words = text.replace(/\p{Script=Han}/gu, ' ').match(/[\p{L}\p{N}'’]+/gu)?.length ?? 0
  return Math.max(0.5, han / 4.2 + words / 2.4)
}

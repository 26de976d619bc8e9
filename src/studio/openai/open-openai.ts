import { join } from 'node:path'
import type { Assets } from '../../lab/assets.ts'
import type { Capability } from '../model.ts'
import type { Provider } from '../provider.ts'
import { animator } from './animate.ts'
import { checkModels } from './check-models.ts'
import { chooseModels, type ModelOverride } from './choose-models.ts'
import { artist } from './draw.ts'
import type { Quality } from './image-answer.ts'
import { retoucher } from './inpaint.ts'
import { moderator } from './moderate.ts'
import { openPrompts } from '../prompt-file.ts'
import { reviewer } from './review.ts'
import { openClient, type Shop } from './shop.ts'
import { speaker } from './speak.ts'
import { castVoice, voiceNames } from './voices.ts'
import { writer, type Route } from './write.ts'

export type OpenAiOptions = {
  apiKey: string
  assets: Assets
  /** A compatible server, also a local one. */
  baseURL?: string | undefined
  organisation?: string | undefined
  project?: string | undefined
  /** Its name in model ids, and as people know it; another one than OpenAI's own needs another name. */
  name?: string
  label?: string
  /** What the key is called where the operator set it, to be named in errors. */
  keyName?: string
  /** What it is used for. A local language model, say, only writes. */
  offers?: readonly OpenAiCapability[]
  /** Which model does what, where it is not our choice; who writes also reviews, who draws also repaints. */
  use?: Partial<Record<Capability, string>>
  models?: readonly ModelOverride[]
  /** `chat` for servers that know no other. */
  chatRoute?: Route
  /** The server serves `/v1/videos`. OpenAI itself no longer does. */
  video?: boolean
  quality?: Quality
  moderation?: 'auto' | 'low'
  promptsFolder?: string
  /** US dollars that may be lost with an answer, rather than ask a person: see `Purchase.bearable`. 0 always asks. */
  bearable?: number
  /** Seconds for one answer, and between two looks at one that is being written. */
  patience?: number
  pollSeconds?: number
}

export type OpenAiCapability = 'write' | 'draw' | 'inpaint' | 'speak' | 'moderate' | 'review' | 'animate'

export type OpenAi = Provider & {
  /** Warnings about models that are unknown or going; never an error. */
  checkModels(signal?: AbortSignal): Promise<string[]>
}

/** OpenAI, or a server that speaks its language. */
export function openOpenAi({
  apiKey, assets, baseURL = 'https://api.openai.com/v1', organisation, project, name = 'openai', label = 'OpenAI', keyName = 'OPENAI_API_KEY',
  offers = ['write', 'draw', 'inpaint', 'speak', 'moderate', 'review'], use, models: overrides, chatRoute = 'responses', video = false,
  quality = 'medium', moderation = 'auto', promptsFolder = join(import.meta.dirname, '../../../prompts'), bearable = 0.01, patience = 300, pollSeconds = 0.5,
}: OpenAiOptions): OpenAi {
  const offered = video ? [...new Set([...offers, 'animate' as const])] : offers.filter((each) => each !== 'animate')
  const models = chooseModels({ provider: name, offers: offered, ...(overrides && { overrides }), ...(use && { use }) })
  const { client, close } = openClient({ apiKey, baseURL, organisation, project, patience })
  const shop: Shop = { name, label, keyName, key: apiKey, client, models, prompts: openPrompts(promptsFolder), assets, pollSeconds, patience, bearable }
  const crafts: Pick<Required<Provider>, OpenAiCapability> = {
    write: writer(shop, chatRoute),
    draw: artist(shop, { quality, moderation }),
    inpaint: retoucher(shop, { quality }),
    speak: speaker(shop),
    moderate: moderator(shop),
    review: reviewer(shop, chatRoute),
    animate: animator(shop),
  }
  return {
    name,
    models,
    ...(offered.includes('speak') && { voices: voiceNames, castVoice }),
    ...Object.fromEntries(offered.map((capability) => [capability, crafts[capability]])),
    checkModels: (signal) => checkModels(shop, signal),
    close,
  }
}

import type { CastMember } from '../film/script.ts'
import type { PaidWork } from '../lab/work.ts'
import { credited } from './credited.ts'
import { expectedPrice } from './measure.ts'
import { markMade } from './mark-made.ts'
import type { Capability, Model } from './model.ts'
import { ProviderError } from './provider-error.ts'
import type { Capabilities, Extras, Provider } from './provider.ts'

/** Everything that can be asked for. A caller never asks which provider it has. */
export type Studio = Capabilities & Extras & {
  /** The voice for a member of the cast; for nobody, the narrator's. */
  castVoice(member: Pick<CastMember, 'gender' | 'age' | 'seed'> | null): string
  /** Names of the voices there are; empty where any name may be tried. */
  voices: readonly string[]
  /** Whose work the pictures use, to be named in the credits. */
  attribution: string | null
  /** Who does each, to be said to people. */
  crew: Record<keyof Capabilities, string>
  /** A language model writes: it can be told what is wrong, and pays for every word. Without one, rules write. */
  thinks: boolean
  /** The writer by rules, who answers when the other's words cannot be used. */
  writeByRules: Capabilities['write']
  /** A camera over a picture, on this machine: for what nobody should be paid for. */
  filmHere: Capabilities['animate']
  can(capability: Capability): boolean
  /** The models to choose from; none where a provider is one thing by itself. */
  models(capability: Capability): Model[]
  /** The model that an order goes to: the one it names, or the studio's choice. Undefined where it has no name and no price. */
  model(capability: Capability, id?: string): Model | undefined
  /** US dollars that a request is expected to cost; null where that is not known. What has no models is ours, and costs nothing. */
  price(capability: Capability, request: { model?: string | undefined }): number | null
  /** Whose places it takes: the provider's, or null where this machine does it. */
  place(capability: Capability, id?: string): string | null
  /** The studio as a Discord server has it (null: whoever is in none): with what everybody may use, and what that server brought. */
  seenIn(server: string | null): Studio
  close(): Promise<void>
}

/** Model ids by capability, from the configuration; what is left out goes to the first provider that offers it. */
export type Choices = Partial<Record<Capability, string>>

/** A request goes to the provider of the model it names, then of the configured choice, then to the first that offers the capability. */
export const openStudio = (providers: readonly Provider[], choices: Choices = {}): Studio => viewOf(providers, choices, undefined)

/** `server` undefined is the operator's view: nothing of a server is offered, but what an order names is known whosesoever it is, to be priced. */
function viewOf(providers: readonly Provider[], choices: Choices, server: string | null | undefined): Studio {
  // a server's workflows come and go
  const offered = ({ server: of }: Model) => of === undefined || of === server
  const known = (each: Model) => server === undefined || offered(each)
  const all = () => providers.flatMap((provider) => provider.models ?? []).filter(offered)
  const ofKind = (provider: Provider, capability: Capability) => provider.models?.filter((each) => each.capability === capability) ?? []
  /** What has no models is one thing by itself; what has some is there for whom one of them is. */
  const offers = (provider: Provider, capability: Capability) => provider[capability] !== undefined && (ofKind(provider, capability).length === 0 || ofKind(provider, capability).some(known))
  const open = (provider: Provider, capability: Capability) => offers(provider, capability) && (ofKind(provider, capability).length === 0 || ofKind(provider, capability).some(offered))
  const model = (capability: Capability, id = choices[capability]): Model | undefined => id === undefined
    // what a server brought itself comes before what everybody has
    ? firstOf(providers.find((each) => open(each, capability)), capability)
    : providers.flatMap((provider) => provider.models ?? []).find((each) => each.id === id && each.capability === capability && known(each))
  const firstOf = (provider: Provider | undefined, capability: Capability) => {
    const able = provider ? ofKind(provider, capability).filter(offered) : []
    return able.find((each) => each.server !== undefined) ?? able[0]
  }
  const providerFor = (capability: Capability, id = choices[capability]): Provider => {
    const found = id === undefined
      ? providers.find((each) => open(each, capability))
      : providers.find((each) => offers(each, capability) && (each.name === id || each.models?.some((one) => one.id === id && one.capability === capability && known(one))))
    if (found) return found
    throw new ProviderError(id === undefined
      ? `Nobody in this studio can ${spoken[capability]}. Add a provider that does.`
      : `There is no model ${id} here that can ${spoken[capability]}. There are: ${all().filter((each) => each.capability === capability).map((each) => each.id).join(', ') || 'none'}.`,
    {
      provider: 'studio', retryable: false, bought: false,
      zh: id === undefined ? `这个摄制组里没有人会${spokenZh[capability]}。请加一个会的。` : `这里没有能${spokenZh[capability]}的模型 ${id}。有的是：${all().filter((each) => each.capability === capability).map((each) => each.id).join('、') || '无'}。`,
    })
  }
  /** The request carries its model's name on, so that the provider need not choose again. */
  const ask = <Name extends Capability>(capability: Name) => ((request: { model?: string | undefined }, work: PaidWork) => {
    const provider = providerFor(capability, request.model)
    const named = model(capability, request.model)
    const asked = provider[capability] as (request: unknown, work: PaidWork) => Promise<unknown>
    const made = asked.call(provider, named ? { ...request, model: named.id } : request, work).then((result) => credited(result, named?.id ?? provider.name))
    return named ? made.then((result) => markMade(result, { source: 'trainedAlgorithmicMedia', tool: `Redcliff, ${named.id}` }, work.assets)) : made
    // one function for all capabilities; each is typed where it is given out
  }) as (Capabilities & Extras)[Name]
  const by = (capability: keyof Capabilities) => providerFor(capability)
  const camera = providers.find((provider) => provider.animate !== undefined && !provider.models?.some(({ capability }) => capability === 'animate'))
  const rules = providers.find((provider) => provider.write !== undefined && !provider.models?.some(({ capability }) => capability === 'write'))
  return {
    write: ask('write'), draw: ask('draw'), animate: ask('animate'), speak: ask('speak'), compose: ask('compose'),
    upscale: ask('upscale'), restoreFaces: ask('restoreFaces'), replaceBackground: ask('replaceBackground'), syncLips: ask('syncLips'), inpaint: ask('inpaint'),
    moderate: ask('moderate'), review: ask('review'),
    thinks: model('write') !== undefined,
    writeByRules: (request, work) => rules?.write?.(request, work) ?? Promise.reject(new ProviderError('Nobody in this studio writes by rules.', { provider: 'studio', retryable: false, bought: false })),
    filmHere: (request, work) => camera?.animate?.(request, work) ?? Promise.reject(new ProviderError('Nobody in this studio films on this machine.', { provider: 'studio', retryable: false, bought: false })),
    castVoice: (member) => by('speak').castVoice?.(member) ?? 'narrator',
    voices: by('speak').voices ?? [],
    attribution: by('draw').attribution ?? null,
    crew: { write: by('write').name, draw: by('draw').name, animate: by('animate').name, speak: by('speak').name, compose: by('compose').name },
    can: (capability) => providers.some((each) => open(each, capability)),
    models: (capability) => all().filter((each) => each.capability === capability),
    model,
    price: (capability, request) => {
      const named = model(capability, request.model)
      if (named) return expectedPrice(named, capability, request)
      const id = request.model ?? choices[capability]
      const provider = providers.find((each) => offers(each, capability) && (id === undefined || each.name === id))
      return provider && !provider.models ? 0 : null
    },
    place: (capability, id = choices[capability]) => {
      const named = model(capability, id)
      // a server's workflows are other objects each time they are read
      return named ? providers.find((each) => each.models?.some((one) => one.id === named.id && one.capability === capability))?.name ?? null : null
    },
    seenIn: (other) => viewOf(providers, choices, other),
    close: async () => { await Promise.all(providers.map((provider) => provider.close())) },
  }
}

const spoken: Record<Capability, string> = {
  write: 'write', draw: 'draw', animate: 'move a picture', speak: 'speak', compose: 'compose', upscale: 'upscale', restoreFaces: 'restore faces',
  replaceBackground: 'replace a background', syncLips: 'sync lips', inpaint: 'repaint a part', moderate: 'moderate', review: 'review pictures',
}

const spokenZh: Record<Capability, string> = {
  write: '写作', draw: '绘画', animate: '让画面动起来', speak: '配音', compose: '配乐', upscale: '放大', restoreFaces: '修脸',
  replaceBackground: '换背景', syncLips: '对口型', inpaint: '局部重画', moderate: '审核', review: '看图',
}

import { isLink, upstream, type Api } from '../api.ts'
import { inputsOf, type ObjectInfo } from '../object-info.ts'
import type { Problem } from '../problem.ts'

type Place = { node: string; input: string }

/** Texts by what they are wired to: the positive and the negative side of a sampler, or a partner's `prompt`. */
export function promptSlots(api: Api, objectInfo: ObjectInfo): { positive: Place[]; negative: Place[]; unclear: Problem[] } {
  const positive: Place[] = []
  const negative: Place[] = []
  for (const [id, { class_type: kind, inputs }] of Object.entries(api)) {
    if (passesOn.test(kind)) continue
    for (const [name, into] of [['positive', positive], ['conditioning', positive], ['guider_positive', positive], ['negative', negative]] as const) {
      const value = inputs[name]
      if (isLink(value)) into.push(...textsUnder(api, value[0], name === 'negative' ? 'negative' : 'positive', objectInfo))
    }
    for (const [name, into] of [['prompt', positive], ['positive_prompt', positive], ['negative_prompt', negative]] as const) {
      if (Object.hasOwn(inputs, name)) into.push(...literal(api, id, name, objectInfo))
    }
  }
  const wanted = distinct(positive)
  const unwanted = distinct(negative).filter((place) => !wanted.some((each) => each.node === place.node && each.input === place.input))
  const written = Object.entries(api).filter(([, { class_type: kind }]) => encodes.test(kind))
  if (wanted.length === 0 && written.length > 0) {
    return { positive: [], negative: unwanted, unclear: [{ kind: 'unbound', input: 'prompt', why: `mark it with @prompt in the title of one of these nodes: ${written.map(([id]) => id).slice(0, 8).join(', ')}` }] }
  }
  return { positive: wanted, negative: unwanted, unclear: [] }
}

const encodes = /TextEncode|^CLIPText|^PCLazyText|^BNK_CLIPText|PromptEncode/i
/** Conditioning that stands on other conditioning: the sampler behind it is asked instead. */
const passesOn = /^Conditioning|^ControlNetApply|Guidance$|^SetLatent|^StyleModel|^unCLIP|^GLIGEN|^ReferenceLatent/

/** The text nodes under a link; through a node that has both sides, only on the side we came from. */
function textsUnder(api: Api, from: string, side: 'positive' | 'negative', objectInfo: ObjectInfo, seen = new Set<string>()): Place[] {
  const node = api[from]
  if (!node || seen.has(from)) return []
  seen.add(from)
  if (encodes.test(node.class_type)) {
    return ['text', 'prompt', 'text_g', 'text_l', 'clip_l', 't5xxl', 'caption', 'text_positive'].flatMap((input) => Object.hasOwn(node.inputs, input) ? literal(api, from, input, objectInfo) : [])
  }
  // «zero out» is what stands for no negative prompt
  if (node.class_type === 'ConditioningZeroOut') return []
  const both = isLink(node.inputs.positive) && isLink(node.inputs.negative)
  return Object.entries(node.inputs).flatMap(([name, value]) =>
    isLink(value) && (!both || name === side) && !notText.test(name) ? textsUnder(api, value[0], side, objectInfo, seen) : [])
}

const notText = /^(model|clip|vae|image|images|latent|samples|pixels|control_net|clip_vision|mask)/

/** Where the words are written: in the node, or in a text node that is wired to it. */
function literal(api: Api, node: string, input: string, objectInfo: ObjectInfo): Place[] {
  const value = api[node]?.inputs[input]
  if (typeof value === 'string') return [{ node, input }]
  if (!isLink(value)) return []
  const places = upstream(api, value[0]).flatMap((id) => {
    const info = objectInfo.get(api[id]?.class_type ?? '')
    return Object.entries(api[id]?.inputs ?? {}).flatMap(([name, each]) =>
      typeof each === 'string' && info && inputsOf(info).some((spec) => spec.name === name && spec.type === 'STRING') ? [{ node: id, input: name }] : [])
  })
  // words that are put together of several places are nobody's guess
  return places.length === 1 ? places : []
}

const distinct = (places: Place[]) => [...new Map(places.map((place) => [`${place.node} ${place.input}`, place])).values()]

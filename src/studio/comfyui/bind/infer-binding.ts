import type { Api } from '../api.ts'
import type { ObjectInfo } from '../object-info.ts'
import type { Problem } from '../problem.ts'
import type { Binding, Output, Role, Slot, ToolCapability } from '../tool.ts'
import { guessCapability } from './guess-capability.ts'
import { slotsByClass } from './slots-by-class.ts'
import { marked } from './marked.ts'
import { outputsOf } from './outputs-of.ts'

export type Inferred = { binding: Binding; capability: ToolCapability | null; /** What a person should be asked about. */ unclear: Problem[] }

/** Where a request's parts go and where the result comes from: what titles say (`@prompt`, `@image` …), and for the rest what the classes are. */
export function inferBinding(api: Api, objectInfo: ObjectInfo): Inferred {
  const said = marked(api, objectInfo)
  const guessed = slotsByClass(api, objectInfo)
  const inputs: Partial<Record<Role, Slot[]>> = { ...guessed.inputs, ...said.inputs }
  // a slot that a title gives to one role is not guessed to be another
  const taken = new Set(Object.values(said.inputs).flat().map(place))
  for (const [role, slots] of Object.entries(guessed.inputs)) {
    if (Object.hasOwn(said.inputs, role)) continue
    const left = slots.filter((slot) => !taken.has(place(slot)))
    if (left.length) inputs[role as Role] = left
    else delete inputs[role as Role]
  }
  const found = outputsOf(api, objectInfo)
  const outputs: Output[] = said.outputs.length ? said.outputs.map((node) => found.find((each) => each.node === node) ?? { node, kind: 'image' }) : found
  const binding = { inputs, outputs }
  const unclear: Problem[] = [...said.unclear, ...guessed.unclear.filter(({ input }) => !Object.hasOwn(said.inputs, input ?? ''))]
  if (outputs.length === 0) unclear.push({ kind: 'no-output' })
  return { binding, capability: guessCapability(api, binding), unclear }
}

const place = ({ node, input }: Slot) => `${node} ${input}`

import { inputsOf, type NodeInfo } from '../object-info.ts'
import type { Role, Slot } from '../tool.ts'

/** A place for a value, with the range that the server's class gives it. */
export function slotOf(node: string, input: string, info: NodeInfo | undefined, role: Role): Slot {
  const spec = info && inputsOf(info).find(({ name }) => name === input)
  const { min, max, step } = spec?.options ?? {}
  const type = spec && ['INT', 'FLOAT', 'STRING', 'COMBO', 'BOOLEAN'].includes(spec.type) ? spec.type as Slot['type'] : texts.has(role) ? 'STRING' : 'FLOAT'
  return {
    node, input, type,
    ...(role === 'seconds' && spec?.choices ? { choices: spec.choices.filter((choice) => typeof choice === 'string' || typeof choice === 'number') } : {}),
    // a seed's range is all of a machine's numbers: no limit to us
    ...(role === 'seed' ? {} : { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), ...(step === undefined ? {} : { step }) }),
  }
}

const texts = new Set<Role>(['prompt', 'negative', 'image', 'lastImage', 'mask', 'video', 'sound'])

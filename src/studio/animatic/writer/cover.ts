import { features } from './features.ts'
import type { Setup } from './plan-shots.ts'

/** Wordless shots among the told ones, to carry `missing` seconds: a thing the text names, a listener's face, the place again. */
export function cover(setups: readonly Setup[], missing: number): Setup[] {
  let wanted = Math.min(Math.ceil(missing / 4.2), 400)
  const result: Setup[] = []
  const each = Math.max(1, Math.ceil(wanted / Math.max(1, setups.length)))
  setups.forEach((setup, index) => {
    result.push({ ...setup, last: false })
    for (let extra = 0; extra < each && wanted > 0; extra++) {
      result.push(detailOf(setup, index + extra))
      wanted--
    }
  })
  const end = result.at(-1)
  if (end) result[result.length - 1] = { ...end, last: true }
  return result.map((setup, at) => ({ ...setup, through: setup.act === result[at - 1]?.act || at === 0 ? setup.through : 0 }))
}

function detailOf(setup: Setup, turn: number): Setup {
  const plain = { ...setup, line: null, last: false }
  if (turn % 3 === 0 && setup.features.thing) return { ...plain, purpose: 'detail', text: setup.features.thing, cast: [] }
  if (setup.purpose === 'speak' && setup.listener && turn % 2 === 0) return { ...plain, purpose: 'react', text: '', cast: [setup.listener], speaker: null, listener: null, features: features('') }
  if (turn % 2 === 0 && setup.cast.length) return { ...plain, purpose: 'do', speaker: null, listener: null }
  return { ...plain, purpose: 'breathe', text: '', cast: [], speaker: null, listener: null, features: features('') }
}

import type { Cut, CutItem } from '../film/cut.ts'
import { type Cutting, cutPicture } from './cut-picture.ts'

/** A cut of which not every clip is there: what is still to come is null. */
export type Unfinished = Pick<Cut, 'fadeOut' | 'width' | 'height' | 'fps'> & { items: readonly (CutItem | null)[] }

/** Makes the joins between clips that are there, and keeps them: the cut finds them by what they show. Says how many it made. */
export async function joinAhead(cut: Unfinished, cutting: Cutting): Promise<number> {
  let made = 0
  for (const { from, items: [first, ...others] } of neighbours(cut.items)) {
    if (!first) continue
    // how its first clip begins hangs on one that is not there
    const items = [from === 0 ? first : { ...first, transition: { name: 'cut' as const, frames: 0 } }, ...others]
    const picture = await cutPicture({ ...cut, items, fadeOut: from + items.length === cut.items.length ? cut.fadeOut : 0 }, cutting)
    await picture.leave()
    made += picture.made
  }
  return made
}

/** Clips that stand beside each other, two or more, and at which place. */
function neighbours(all: readonly (CutItem | null)[]): { from: number; items: CutItem[] }[] {
  const found: { from: number; items: CutItem[] }[] = []
  all.forEach((item, index) => {
    const last = found.at(-1)
    if (item === null) return
    if (last && last.from + last.items.length === index) last.items.push(item)
    else found.push({ from: index, items: [item] })
  })
  return found.filter(({ items }) => items.length > 1)
}

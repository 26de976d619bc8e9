import type { Storyboard } from '../../film/storyboard.ts'
import type { Studio } from '../../studio/studio.ts'
import type { Terms } from '../state.ts'

type Credited = Pick<Studio['crew'], 'draw' | 'animate' | 'speak' | 'compose'>

/** Who makes this film, shot by shot: the credits name them all as people know them, in the order in which they come. */
export function crewOf({ shots }: Storyboard, models: Terms['models'], studio: Pick<Studio, 'crew' | 'model'>): Credited {
  const names = (made: keyof Credited, ids: (string | undefined)[]) =>
    [...new Set(ids.map((id) => named(studio.model(made, id ?? models?.[made])?.label) ?? studio.crew[made]))].join(', ') || studio.crew[made]
  return {
    draw: names('draw', shots.map((shot) => shot.models?.draw)),
    animate: names('animate', shots.map((shot) => shot.models?.animate)),
    speak: names('speak', shots.filter(({ line }) => line !== null).map((shot) => shot.models?.speak)),
    compose: names('compose', [undefined]),
  }
}

/** What a label says beside the name (until when, how many frames) helps who chooses, and is no credit. */
const named = (label: string | undefined) => label?.replace(/\s*\([^()]*\)$/, '')

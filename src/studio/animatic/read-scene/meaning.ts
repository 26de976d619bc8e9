import type { Figure, Place, Posture, Scene, Thing } from '../scene.ts'

/** An icon in each manner: a silhouette for ink, pencil and noir, a coloured drawing for flat and gouache. */
export type Icons = { silhouette: string | null; colour: string | null }

export type ThingMeaning = {
  is: 'thing'
  kind: string
  /** null: the artist draws it. */
  icons: Icons | null
  stands: Thing['stands']
  /** How many when no number is said. */
  count: number
  scale: Thing['scale']
  /** Where such a thing is found when no place is named. */
  home: Place | null
  /** It can move by itself: a boat, a bird. */
  mover: boolean
}

export type PersonMeaning = {
  is: 'person'
  /** `two men` and `people` are nobody in particular; `fisherman` is someone. */
  role: string
  generic: boolean
  name: string | null
  gender: Figure['gender']
  age: Figure['age']
  costume: string[]
  /** What they wear in a film of long ago. */
  ancient: string[]
  doing: string[]
  posture: Posture | null
  count: number
}

/** What a word can stand for. A word may have several meanings: `moonlit` is a moon and a night. */
export type Meaning =
  | ThingMeaning
  | PersonMeaning
  | { is: 'place'; place: Place }
  | { is: 'hour'; hour: Scene['hour'] }
  | { is: 'weather'; weather: Scene['weather'] }
  | { is: 'season'; season: NonNullable<Scene['season']> }
  | { is: 'sky'; sun?: boolean; moon?: boolean; stars?: Scene['sky']['stars'] }
  | { is: 'posture'; posture: Posture }
  | { is: 'doing'; doing: string }
  | { is: 'feeling'; feeling: Figure['feeling'] }
  | { is: 'facing'; facing: Figure['facing'] | 'each-other' }
  | { is: 'member'; index: number }
  | { is: 'costume'; costume: string }
  | { is: 'colour'; colour: string }
  | { is: 'number'; number: number }
  | { is: 'scale'; scale: Thing['scale'] }
  | { is: 'motion'; moves: Thing['moves'] | 'on' }
  | { is: 'young' | 'old' | 'pronoun' | 'not' | 'but' | 'aside' | 'within' | 'magic' | 'nobody' | 'closeup' | 'viewpoint' | 'another' | 'determiner' | 'verb' | 'quality' | 'silent' }

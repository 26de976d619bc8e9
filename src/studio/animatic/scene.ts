import { z } from 'zod'
import { Era, Look, Mood } from '../../film/look.ts'
import { CameraAngle, ShotSize } from '../../film/shot-size.ts'

export const Place = z.enum([
  'river', 'lake', 'sea', 'beach', 'cliff', 'mountain', 'forest', 'bamboo', 'field', 'desert', 'snowfield', 'garden',
  'village', 'city', 'street', 'bridge', 'harbour', 'road', 'palace', 'temple', 'castle', 'battlefield',
  'room', 'study', 'kitchen', 'cafe', 'shop', 'hall', 'office', 'station', 'train', 'car', 'rooftop',
  'sky', 'space', 'underwater', 'void',
])
export type Place = z.infer<typeof Place>

export const Posture = z.enum(['stand', 'walk', 'run', 'sit', 'kneel', 'lie', 'ride', 'dance', 'bow', 'fall', 'float', 'row'])
export type Posture = z.infer<typeof Posture>

/** Someone in the picture. `name` and `seed` fix the face, hair and costume for the whole film. */
export const Figure = z.object({
  name: z.string().nullable(),
  seed: z.int(),
  gender: z.enum(['woman', 'man', 'unknown']),
  age: z.enum(['child', 'young', 'adult', 'old']),
  /** English words for build, costume, colours: `scholar robe`, `armour`, `raincoat yellow`. */
  costume: z.array(z.string()),
  posture: Posture,
  /** What the hands hold or do: `flute`, `cup`, `spear`, `oar`, `book`, `umbrella`, `point`, `wave`, `write`. */
  doing: z.array(z.string()),
  feeling: z.enum(['calm', 'joy', 'sorrow', 'anger', 'fear', 'wonder', 'proud']),
  facing: z.enum(['left', 'right', 'camera', 'away']),
  /** The picture is about this one: the close-up is of them. */
  main: z.boolean(),
})
export type Figure = z.infer<typeof Figure>

/** A thing in the picture that the artist draws itself (`drawn`), or that an icon set shows (`icon`: `set:name`). */
export const Thing = z.object({
  /** The English noun. For `drawn`, one of the artist's own list. */
  kind: z.string(),
  icon: z.string().nullable(),
  /** 1, 2 …; 40 or more reads as «countless». */
  count: z.int().min(1),
  /** Where it belongs. */
  stands: z.enum(['water', 'ground', 'air', 'hand', 'table', 'sky', 'wall']),
  scale: z.enum(['tiny', 'small', 'normal', 'large', 'huge']),
  main: z.boolean(),
  moves: z.enum(['still', 'toward', 'away', 'left', 'right', 'up', 'down']),
})
export type Thing = z.infer<typeof Thing>

/** What a panel shows, understood: plain data, carried inside the panel's PNG so that the camera can have its layers. */
export const Scene = z.object({
  version: z.literal(1),
  look: Look,
  era: Era,
  mood: Mood,
  size: ShotSize,
  angle: CameraAngle,
  place: Place,
  /** Secondary places that stand in it: a river under a cliff, a city behind a field. */
  alsoPlaces: z.array(Place),
  hour: z.enum(['dawn', 'day', 'dusk', 'night']),
  weather: z.enum(['clear', 'cloud', 'rain', 'storm', 'snow', 'fog', 'wind']),
  season: z.enum(['spring', 'summer', 'autumn', 'winter']).nullable(),
  sky: z.object({ sun: z.boolean(), moon: z.boolean(), stars: z.enum(['none', 'few', 'many']) }),
  figures: z.array(Figure),
  things: z.array(Thing),
  /** Otherworldly: floating light, impossible scale. */
  magic: z.boolean(),
  /** Words that were not understood. */
  missed: z.array(z.string()),
  seed: z.int(),
  /** 0…3: which of the really different candidates. */
  variant: z.int().min(0),
})
export type Scene = z.infer<typeof Scene>

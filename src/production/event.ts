import { z } from 'zod'
import { Refused } from '../safety/refused.ts'
import { AssetHash, Caption } from '../film/cut.ts'
import { SourceKind } from '../film/brief.ts'
import { Direction, Directions, FilmModels } from '../film/direction.ts'
import { Mood } from '../film/look.ts'
import { ShotNumber } from '../film/storyboard.ts'
import { FrameRate } from '../film/time.ts'
import { CameraMove } from '../film/camera-move.ts'
import { ShotSize } from '../film/shot-size.ts'
import { Lost, MoneyEvents } from './money-event.ts'
import { Dollars, FilmPrices, ShotPrices } from './prices.ts'
import { CastCall } from './cast-call.ts'
import { Speaker } from './rights.ts'
import { Animated, Composed, Drawn, Makers, Spoken } from '../studio/provider.ts'

/** What is done to a frame or a take that is there. */
export const FixKind = z.enum(['restoreFaces', 'replaceBackground', 'upscale', 'syncLips', 'inpaint'])
export type FixKind = z.infer<typeof FixKind>

/** What a shot asks of each craft, as keys: a changed key means the thing has to be made again. */
export const ShotCall = z.object({
  number: ShotNumber,
  position: z.int().min(0),
  /** The call sheet's asset: everything the crafts need to know of this shot. */
  sheet: AssetHash,
  /** Keys of what the picture, the voice and the clip depend on in the storyboard; `speak` is null for a shot without a line. */
  draw: z.string(),
  /** What the picture shows, whatever words ask for it; left out in records of earlier releases. */
  still: z.string().optional(),
  /** Sheets of the cast and the look that its picture keeps to; left out where nobody can. */
  sheets: z.array(z.string()).optional(),
  /** The shot whose frame it continues, and the one that continues it. */
  follows: ShotNumber.optional(),
  followedBy: ShotNumber.optional(),
  /** The frame to offer first; the first, where nothing is said. */
  pick: z.int().min(0).optional(),
  /** A person's own picture: from the brief, then the first that is offered and none is drawn; or brought later. */
  brought: z.object({ picture: AssetHash, width: z.int(), height: z.int() }).optional(),
  speak: z.string().nullable(),
  animate: z.string(),
  fps: FrameRate,
  /** Length on the storyboard; the voice may ask for more unless `timed`. */
  frames: z.int().min(1),
  timed: z.boolean(),
  /** The voice may begin at this frame, and wants so many frames after it. */
  voiceFrom: z.int().min(0),
  voiceTail: z.int().min(0),
  /** Frames shared with the shot before it. */
  overlap: z.int().min(0),
  /** What people are told of it; left out in records of the first release. */
  told: z.object({
    size: ShotSize, move: CameraMove, written: z.object({ size: z.string().nullable(), move: z.string().nullable() }),
    scene: z.string(), line: z.string().nullable(), seed: z.int(),
    /** What this studio can mend. */
    fixes: z.array(FixKind).optional(),
    price: ShotPrices.optional(),
  }).optional(),
})
export type ShotCall = z.infer<typeof ShotCall>

/** A storyboard ready to shoot. `titles` is the key of the title and credits. */
export const Boarded = z.object({ board: AssetHash, calls: z.array(ShotCall).min(1), titles: z.string(), mood: Mood, remarks: z.array(z.string()), cast: CastCall.optional(), prices: FilmPrices.optional() })
export type Boarded = z.infer<typeof Boarded>

/** A clip as the cut wants it: conformed, with its captions burned in. */
export const TakeMade = Animated.extend({
  captions: z.array(Caption),
  /** Where the voice begins, in frames of the clip; null for a shot without a voice. */
  voiceAt: z.int().nullable(),
  remarks: z.array(z.string()),
  /** The clip as it came, before its captions were burned in, where it came from outside. */
  raw: AssetHash.optional(),
})
export type TakeMade = z.infer<typeof TakeMade>

export const FixMade = z.discriminatedUnion('medium', [
  z.object({ medium: z.literal('frame'), picture: AssetHash, width: z.int(), height: z.int(), by: Makers.optional() }),
  z.object({ medium: z.literal('take'), take: TakeMade }),
])
export type FixMade = z.infer<typeof FixMade>

export const TitlesMade = z.object({ title: Animated, credits: Animated })
export type TitlesMade = z.infer<typeof TitlesMade>

/** `cut` is the edit as data, which the film was made from. */
export const FilmMade = z.object({ film: AssetHash, cut: AssetHash, frames: z.int(), loudness: z.number().nullable(), truePeak: z.number().nullable() })
export type FilmMade = z.infer<typeof FilmMade>

export const Delivery = z.object({ files: z.array(z.object({ name: z.string(), hash: AssetHash, kind: z.enum(['image', 'video', 'json', 'text']) })) })
export type Delivery = z.infer<typeof Delivery>

const made = { generation: z.string() }
const by = Speaker.optional()

/** Everything there is of a film as archives, none larger than was asked; `left` names what no archive could hold. */
export const Exported = z.object({ parts: z.array(z.object({ name: z.string(), hash: AssetHash, files: z.int() })), left: z.array(z.string()) })
export type Exported = z.infer<typeof Exported>

/** Everything that happens to a production. Each is mailed, handled once, in one transaction. */
export const ProductionEvent = z.discriminatedUnion('kind', [
  /** `models`: what the server has settled on; the film's own choice stands over it. */
  z.object({ kind: z.literal('opened'), brief: AssetHash, source: SourceKind, models: FilmModels.optional() }),
  z.object({ kind: z.literal('pitched'), for: z.string(), result: z.object({ pitch: AssetHash, titles: z.array(z.string()) }), ...made }),
  /** `pitch` is the one that was not good enough: a second press on it asks for nothing. */
  z.object({ kind: z.literal('pitch-more'), pitch: AssetHash.optional() }),
  z.object({ kind: z.literal('chose'), pitch: AssetHash, idea: z.int().min(1) }),
  z.object({ kind: z.literal('written'), for: z.string(), result: z.object({ script: AssetHash, board: Dollars.optional() }), ...made }),
  z.object({ kind: z.literal('script-locked'), script: AssetHash }),
  z.object({ kind: z.literal('boarded'), for: z.string(), result: Boarded, ...made }),
  z.object({ kind: z.literal('greenlit'), board: AssetHash }),
  z.object({ kind: z.literal('drawn'), shot: ShotNumber, for: z.string(), result: Drawn, ...made }),
  z.object({ kind: z.literal('spoken'), shot: ShotNumber, for: z.string(), result: Spoken, ...made }),
  /** With `hold` the frame is only looked at, or with `approve` settled; it is filmed when it is picked without. */
  z.object({ kind: z.literal('picked'), shot: ShotNumber, for: z.string(), frame: z.int().min(0), hold: z.boolean().optional(), approve: z.boolean().optional(), by }),
  /** A person's own picture for the shot. */
  z.object({ kind: z.literal('brought'), shot: ShotNumber, picture: AssetHash, width: z.int().min(1), height: z.int().min(1) }),
  z.object({ kind: z.literal('animated'), shot: ShotNumber, for: z.string(), result: TakeMade, ...made }),
  z.object({ kind: z.literal('circled'), shot: ShotNumber, for: z.string() }),
  /** `for` is what is not good enough: a second press on the same take or sheet asks for nothing. */
  z.object({ kind: z.literal('retake'), shot: ShotNumber, for: z.string().optional(), by }),
  z.object({ kind: z.literal('redraw'), shot: ShotNumber, for: z.string().optional(), by }),
  /** `for` is the sheet or the take that is to be fixed; `prompt` what a background or a repainted part is to show. */
  z.object({ kind: z.literal('fix'), shot: ShotNumber, for: z.string(), fix: FixKind, prompt: z.string().max(1000).optional(), mask: AssetHash.optional() }),
  z.object({ kind: z.literal('fixed'), shot: ShotNumber, for: z.string(), result: FixMade, ...made }),
  /** An earlier take is taken after all. */
  z.object({ kind: z.literal('take-chosen'), shot: ShotNumber, take: z.int().min(1) }),
  /** A sheet of the cast, or the frame of the look. */
  z.object({ kind: z.literal('sheet-drawn'), sheet: z.string(), for: z.string(), result: Drawn, ...made }),
  z.object({ kind: z.literal('sheet-redraw'), sheet: z.string(), for: z.string().optional() }),
  z.object({ kind: z.literal('sheet-brought'), sheet: z.string().optional(), /** Whose it is in a person's words, where no button says so. */ named: z.string().optional(), picture: AssetHash }),
  z.object({ kind: z.literal('sheet-waived'), sheet: z.string() }),
  /** `for` is the key of exactly these sheets. */
  z.object({ kind: z.literal('cast-approved'), for: z.string() }),
  /** The shot before has its frame. */
  z.object({ kind: z.literal('continued'), shot: ShotNumber, after: ShotNumber, picture: AssetHash }),
  z.object({ kind: z.literal('titled'), for: z.string(), result: TitlesMade, ...made }),
  z.object({ kind: z.literal('timed') }),
  z.object({ kind: z.literal('scored'), for: z.string(), result: Composed, ...made }),
  /** The sound lies ready for the cut, which finds it by itself. */
  z.object({ kind: z.literal('mixed'), ...made }),
  /** All but a few takes are circled: the joins between them can be made. */
  z.object({ kind: z.literal('nearing') }),
  /** These lie ready for the cut and for the delivery, which find them by themselves. */
  z.object({ kind: z.literal('joined'), ...made }),
  z.object({ kind: z.literal('storyboard-drawn'), ...made }),
  z.object({ kind: z.literal('wrapped') }),
  z.object({ kind: z.literal('assembled'), for: z.string(), result: FilmMade, ...made }),
  z.object({ kind: z.literal('picture-locked'), cut: z.string() }),
  z.object({ kind: z.literal('delivered'), for: z.string(), result: Delivery, ...made }),
  /** `id` makes the same words, said again later, another note; `about` is the shot that was before the person's eyes: «closer». */
  z.object({ kind: z.literal('noted'), id: z.string(), text: z.string().min(1).max(4000), about: ShotNumber.optional(), by: Speaker.optional(), understood: z.array(Direction).nullish(),
    /** False where people talked in a thread and nobody turned to the crew; what comes by a form, a command, a mention, an answer is said to it. */
    addressed: z.boolean().optional() }),
  z.object({
    kind: z.literal('directed'),
    id: z.string(),
    note: z.string(),
    about: ShotNumber.nullish(),
    by: Speaker.nullish(),
    understood: z.array(Direction).nullish(),
    addressed: z.boolean().optional(),
    base: AssetHash.nullable(),
    result: z.object({ understood: Directions, boarded: Boarded.nullable(), changed: z.array(z.string()) }),
    ...made,
  }),
  z.object({ kind: z.literal('failed'), label: z.string(), message: z.string(), /** The same in Chinese. */ zh: z.string().optional(), answer: z.record(z.string(), z.json()), lost: Lost.optional(), refused: Refused.optional(), ...made }),
  /** What waits for a word about its price may be made. */
  z.object({ kind: z.literal('go'), id: z.string(), by: Speaker.optional() }),
  ...MoneyEvents,
  /** `bytes` is what one file may have where the archives are to go. */
  z.object({ kind: z.literal('export-asked'), id: z.string().max(40), bytes: z.int().min(1) }),
  z.object({ kind: z.literal('exported'), id: z.string(), result: Exported, ...made }),
  z.object({ kind: z.literal('cancelled') }),
])
export type ProductionEvent = z.infer<typeof ProductionEvent>

export type EventOf<Kind extends ProductionEvent['kind']> = Extract<ProductionEvent, { kind: Kind }>

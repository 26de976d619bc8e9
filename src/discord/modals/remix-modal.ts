import { ComponentType } from 'discord.js'
import type { Language } from '../../film/brief.ts'
import { type CameraMove } from '../../film/camera-move.ts'
import type { Direction, ShotChange, ShotModels } from '../../film/direction.ts'
import { type ShotSize, shotSizes } from '../../film/shot-size.ts'
import { moveList } from '../../reading/parse-move.ts'
import { sizeList } from '../../reading/parse-size.ts'
import { ReadingError } from '../../reading/reading-error.ts'
import { bareLine, clip } from '../cards/safe-text.ts'
import { moveOptions, moveValue, readMoveValue } from '../cards/move-options.ts'
import { shortSeconds } from '../cards/shot-header.ts'
import { discordWords } from '../words.ts'
import { field, input, modal, pictureUpload } from './modal-form.ts'
import { readSeconds } from './seconds-modal.ts'
import type { Submitted } from './submitted.ts'

/** The shot as it is now: what the fields hold, and what an answer is compared with. */
export type Remixed = { number: string; picture: string; size: ShotSize; move: CameraMove; seconds: number; models: ShotModels }

/** A model that there is a choice of. */
export type Offered = { id: string; label: string; made: 'draw' | 'animate' }

/** Discord takes five fields: where there is a choice of models it takes the place of the seconds, which have ⏱ too. */
export function remixModal(production: string, shot: Remixed, language: Language, offered: readonly Offered[] = []) {
  const say = discordWords[language].modal
  const sizes = shotSizes.map((size) => ({ label: size[language], value: size.name, ...(language === 'en' ? {} : { description: size.en }), ...(size.name === shot.size ? { default: true } : {}) }))
  return modal({ production, act: 'remix', shot: shot.number }, say.remixTitle(shot.number),
    field(say.picture, input('picture', { long: true, value: shot.picture })),
    field(say.size, { type: ComponentType.StringSelect, custom_id: 'size', required: false, min_values: 0, max_values: 1, options: sizes }),
    field(say.move, { type: ComponentType.StringSelect, custom_id: 'move', required: false, min_values: 0, max_values: 1, options: moveOptions(language, shot.move) }),
    offered.length > 0 ? modelField(shot, offered, language)
      : field(say.seconds, input('seconds', { value: shortSeconds(shot.seconds), placeholder: say.secondsHint, most: 20 })),
    field(say.upload, pictureUpload('upload'), say.uploadHint))
}

function modelField({ models }: Remixed, offered: readonly Offered[], language: Language) {
  const say = discordWords[language].modal
  const options = offered.slice(0, 25).map(({ id, label, made }) => ({
    label: clip(`${say.by[made]}${label}`, 100), value: clip(`${made}:${id}`, 100), ...(label === id ? {} : { description: clip(id, 100) }), ...(models[made] === id ? { default: true } : {}),
  }))
  return field(say.models, { type: ComponentType.StringSelect, custom_id: 'models', required: false, min_values: 0, max_values: Math.min(2, options.length), options }, say.modelsHint)
}

export type Remix = {
  /** Empty only where a picture was brought and nothing else changed. */
  directions: Direction[]
  /** What an uploaded picture is for; null without one. */
  upload: 'frame' | 'reference' | null
}

/** Only what was changed. Sent back as it was, it asks for the same again, drawn anew. Throws ReadingError with what is allowed. */
export function readRemix(values: Submitted, shot: Remixed, language: Language): Remix {
  const wrong = discordWords[language].wrong
  const change: ShotChange = {}
  const written = (values['picture']?.[0] ?? shot.picture).normalize('NFC').trim()
  const picture = written.replace(reference, '').trim()
  if (picture !== '' && picture !== shot.picture.trim()) change.picture = picture

  const size = values['size']?.[0]
  if (size !== undefined && size !== shot.size) {
    const known = shotSizes.find(({ name }) => name === size)
    if (!known) throw new ReadingError(wrong.size(bareLine(size, 60), sizeList()))
    change.size = known.name
  }

  const move = values['move']?.[0]
  if (move !== undefined && move !== moveValue(shot.move)) {
    const read = readMoveValue(move, shot.move.speed)
    if (!read) throw new ReadingError(wrong.move(bareLine(move, 60), moveList()))
    change.move = read
  }

  const seconds = values['seconds']?.[0]?.trim()
  if (seconds && seconds !== shortSeconds(shot.seconds)) change.seconds = readSeconds(seconds, language)

  const models = readModels(values['models'] ?? [], shot, language)
  if (Object.keys(models).length > 0) change.models = models

  const upload = (values['upload']?.length ?? 0) === 0 ? null : reference.test(written) ? 'reference' : 'frame'
  if (Object.keys(change).length === 0 && upload === null) change.redraw = true
  return { directions: Object.keys(change).length > 0 ? [{ kind: 'shots', numbers: [shot.number], change }] : [], upload }
}

/** One for the frame and one for the clip; what is chosen already is no change. */
function readModels(chosen: readonly string[], shot: Remixed, language: Language): ShotModels {
  const wanted = chosen.flatMap((each) => {
    const [, made, id] = /^(draw|animate):(.+)$/s.exec(each) ?? []
    return made && id ? [{ made: made as Offered['made'], id }] : []
  })
  for (const made of ['draw', 'animate'] as const) if (wanted.filter((each) => each.made === made).length > 1) throw new ReadingError(discordWords[language].wrong.twoModels)
  return Object.fromEntries(wanted.filter(({ made, id }) => shot.models[made] !== id).map(({ made, id }) => [made, id]))
}

/** A picture to lean on, not to film. Dashes as phones make them. */
const reference = /(?:^|\s)(?:--?|—|–)ref(?:erence)?\s*$/i

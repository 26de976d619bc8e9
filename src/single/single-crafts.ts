import { z } from 'zod'
import { conform } from '../edit/conform.ts'
import type { Ffmpeg } from '../edit/find-ffmpeg.ts'
import { applyDirection } from '../film/apply-direction.ts'
import { Language } from '../film/brief.ts'
import { CameraMove } from '../film/camera-move.ts'
import { Aspect } from '../film/frame-size.ts'
import type { Craft, Crafts } from '../lab/craft.ts'
import { callSheets } from '../production/call-sheet.ts'
import { changedPrompts } from '../production/rooms/prompts-room.ts'
import { tableRoom } from '../production/rooms/table-room.ts'
import { openingState } from '../production/state.ts'
import { guessLanguage } from '../reading/guess-language.ts'
import { AnimateRequest, type Animated } from '../studio/provider.ts'
import type { Studio } from '../studio/studio.ts'
import { singleBrief } from './film-of.ts'
import { readShotPrompt } from './read-shot-prompt.ts'
import type { SingleDrawn } from './single-state.ts'
import { singleWords } from './single-words.ts'

/** What the lab does for singles, with the film crew's own hands. */
export const singleCrafts = ({ studio, ffmpeg }: { studio: Studio; ffmpeg: Ffmpeg }): Crafts =>
  Object.fromEntries([draw(studio), animate(studio, ffmpeg)].map((craft) => [craft.name, craft]))

const Drawing = z.object({
  prompt: z.string(), negative: z.string().nullable(), camera: CameraMove.nullable(), aspect: Aspect,
  seed: z.int(), count: z.int().min(1).max(4), language: Language,
})

/** What a picture is drawn at, near enough to know its price. */
const size = { width: 1280, height: 720 }

/** The prompt is read as the row of a storyboard: size, camera, who, where, when. */
const draw = (studio: Studio): Craft => ({
  name: 'single-draw',
  pool: () => studio.place('draw') ?? 'draw',
  price: (request) => studio.price('draw', { ...size, ...Drawing.parse(request) } as { model?: string }),
  async run(request, work): Promise<SingleDrawn> {
    const { prompt, negative, camera, aspect, seed, count, language } = Drawing.parse(request)
    const brief = { ...singleBrief({ title: '', text: '', language: guessLanguage(prompt), aspect, seed }), candidates: count }
    const { picture, size, angle, move } = readShotPrompt(prompt)
    const row = { ...empty, number: '1', size: size ?? usual, angle, move: camera ?? move, picture, seed }
    const table = { title: '', author: null, language: brief.language, rows: [row], remarks: [] }
    const written = await tableRoom({ table, title: '', language: brief.language, fps: brief.fps, aspect, look: null, seconds: null, seed }, studio, work)
    const unwritten = { ...written, shots: written.shots.map((shot) => ({ ...shot, prompt: '' })) }
    const board = negative === null ? written : await changedPrompts(applyDirection(written, { kind: 'shots', numbers: ['1'], change: { remove: negative } }), unwritten, studio, work)
    const [sheet] = callSheets(board, brief, openingState.terms, studio)
    if (!sheet) throw new Error(`The prompt «${prompt.slice(0, 80)}» was read as no shot at all. Say it in other words.`)
    const unheard = negative?.split(/\s*[,，、]\s*/).filter((word) => qualities.test(word.trim())) ?? []
    const remarks = [...board.remarks, ...(unheard.length > 0 ? [singleWords[language].neg(unheard.join(', '))] : [])]
    return { ...await studio.draw(sheet.draw, work), move: camera ?? move, remarks, words: readShotPrompt(sheet.draw.prompt).picture.split(', ').slice(0, 2).join(' ') }
  },
})

const empty = { scene: '', line: null, seconds: null, transition: null, music: null, prompt: null, notes: null, written: { size: null, move: null }, remarks: [] }

/** Nearer than the opening shot of a film would be: whoever asks for a fox wants to see it. */
const usual = 'full'

/** What is no thing, and so cannot be left out. */
const qualities = /^(?:(?:too )?(?:red|orange|yellow|green|blue|purple|pink|black|white|gr[ae]y|brown|dark|bright|warm|cold|saturated|colou?rful|monochrome)(?:\s+(?:colou?rs?|tones?|light))?|.*(?:颜色|色调|色)|[红橙黄绿蓝紫黑白灰暗亮暖冷])$/i

const animate = (studio: Studio, ffmpeg: Ffmpeg): Craft => ({
  name: 'single-animate',
  pool: () => studio.place('animate') ?? 'animate',
  price: (request) => studio.price('animate', AnimateRequest.parse(request)),
  async run(request, work): Promise<Animated> {
    const asked = AnimateRequest.parse(request)
    const clip = await studio.animate(asked, work)
    if (clip.conformed) return clip
    const { frames, fps, width, height, keyFrames } = asked
    return conform({ file: work.assets.path(clip.clip), madeHere: false, width, height, fps, frames, fit: 'cover', keyFrames, burn: [] }, { ffmpeg, assets: work.assets, signal: work.signal })
  },
})

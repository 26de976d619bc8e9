import { cameraMoves } from '../../../film/camera-move.ts'
import { looks } from '../../../film/look.ts'
import type { Shot, Storyboard } from '../../../film/storyboard.ts'
import { inWords, noSetting, onlySetting, readSetting, type Setting } from './setting.ts'
import { nounInEnglish, translate } from './translate.ts'

export type Seen = Omit<Shot, 'prompt'>
export type Board = Pick<Storyboard, 'cast' | 'era' | 'look' | 'mood'>

/** The image prompt in English: size, move, subject, who, light, place, era, style. Words that could not be put into English are `missed`. */
export function imagePrompt(shot: Seen, board: Board, known: Setting = noSetting, remembered: string | null = null): { prompt: string; missed: string[] } {
  const told = [shot.picture, shot.scene].filter(Boolean).join('\n')
  const chinese = /\p{Script=Han}/u.test(told)
  const people = board.cast.filter((member) => shot.cast.includes(member.name))
  // Where we are stands at the end of the prompt already: a scene that says only that is not said again.
  const ours = onlySetting(shot.scene)
  const picture = ours && shot.picture !== `${shot.scene}。` && shot.picture !== `${shot.scene}.` ? afterPlace(shot.picture, shot.scene) : shot.picture || shot.scene
  const said = chinese ? translate(inEnglishNames(withoutRomanOnly(picture), board.cast)) : { english: trimmed(picture), missed: [] }
  const sceneToo = ours || !shot.picture || !shot.scene || shot.picture.includes(shot.scene) ? null : chinese ? translate(inEnglishNames(shot.scene, board.cast)) : { english: trimmed(shot.scene), missed: [] }
  const setting = readSetting(told, known)
  const parts = [
    sizes[shot.size] + (angles[shot.angle] ? `, ${angles[shot.angle]}` : ''),
    moveWords(shot.move),
    said.english,
    sceneToo?.english,
    remembered && (/\p{Script=Han}/u.test(remembered) ? translate(inEnglishNames(remembered, board.cast)).english : trimmed(remembered)),
    ...people.slice(0, shot.size === 'insert' ? 0 : shot.size === 'close-up' || shot.size === 'extreme-close' ? 2 : 3).map((member) => member.appearance),
    light(told, setting.hour, setting.weather, board.mood),
    inWords(setting.place, 'en').replace(/^a /, 'set in a '),
    eras[board.era],
    looks.find((look) => look.name === board.look)?.en,
  ]
  const held = new Set<string>()
  const prompt = parts.filter((part): part is string => Boolean(part)).flatMap((part) => part.split(', ')).filter((part) => part.trim() && !held.has(part.toLowerCase()) && held.add(part.toLowerCase())).join(', ')
  return { prompt: `${prompt.charAt(0).toUpperCase()}${prompt.slice(1)}`, missed: [...said.missed, ...(sceneToo?.missed ?? [])] }
}

const afterPlace = (picture: string, scene: string) => {
  const starts = picture.toLowerCase().startsWith(scene.toLowerCase())
  return starts ? picture.slice(scene.length).replace(/^[。.，,;；]\s*/u, '') || picture : picture
}

const withoutRomanOnly = (text: string) => text.replace(/越过(\p{Script=Han}{1,6})的肩头[:：]/gu, '').replace(/(\p{Script=Han}{1,6})在画[左右]，面向([左右])/gu, (_all, name: string, way: string) => `${name}，facing ${way === '左' ? 'left' : 'right'}`).replace(/，?正在说话/gu, '，speaking').replace(/，?占满画面/gu, '，filling the frame').replace(/空镜/gu, '，nobody in sight').replace(/远远望去/gu, '远处').replace(/身影很小/gu, '，tiny figures')

/** A name that no glossary holds is called by what the person is: 林夏 → the young bicycle courier. */
const inEnglishNames = (text: string, cast: Board['cast']): string => cast.flatMap((member) => [member.name, ...member.also].map((name) => ({ name, member })))
  .filter(({ name }) => /\p{Script=Han}/u.test(name) && nounInEnglish(name) === null).sort((a, b) => b.name.length - a.name.length)
  .reduce((words, { name, member }) => words.replaceAll(name, ` ${(member.appearance.split(/,| in | with /)[0] ?? 'a person').replace(/^an? /, 'the ')} `), text)

/** A sentence as a subject: no quotes, no full stop, at most thirty words, ended at a clause. */
function trimmed(text: string): string {
  const plain = text.replaceAll('\n', ' ').replace(/^(?:and|but|then|so) /iu, '').replace(/["“”]/gu, '').replace(/\s+/g, ' ').replace(/([.!?…])\s+(?=\S)/gu, ', ').replace(/[.!?…,;:]+$/u, '').trim()
  const words = plain.split(' ')
  if (words.length <= 30) return lower(plain)
  const cut = words.slice(0, 30).join(' ')
  return lower(cut.includes(',') ? cut.slice(0, cut.lastIndexOf(',')) : cut)
}

const lower = (text: string) => (/^(?:I|I['’]\w+)\b/u.test(text) ? text : /^(?:The|A|An|On|At|In|And|Thunder|Tomorrow|Took|Said|He|She|They|It|His|Her|Rain|Over|Then|When|Under|Outside|Inside|There|Nobody|Somebody|Every|One|Two)\b/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text)

const sizes: Record<Shot['size'], string> = {
  'extreme-wide': 'extreme wide shot, panoramic view', wide: 'wide shot', full: 'full shot', 'medium-full': 'medium full shot', medium: 'mid-shot',
  'medium-close': 'medium close-up', 'close-up': 'close-up', 'extreme-close': 'extreme close-up', insert: 'insert shot, detail',
}

const angles: Record<Shot['angle'], string> = { eye: '', low: 'low angle', high: 'high angle', overhead: 'overhead view', dutch: 'dutch angle', 'over-shoulder': 'over the shoulder', pov: 'point of view' }

function moveWords({ name, direction, speed }: Shot['move']): string {
  if (name === 'static') return 'static camera'
  if (name === 'follow') return speed === 'slow' ? 'slow following motion' : 'following motion'
  const words = cameraMoves.find((move) => move.name === name)?.en ?? name
  return [speed === 'normal' ? '' : speed, words, direction].filter(Boolean).join(' ')
}

function light(text: string, hour: string | null, weather: string | null, mood: Board['mood']): string {
  const moon = /月|\bmoon/iu.test(text)
  const lamp = /灯|烛|火|\b(?:lamp|lantern|candle|fire|neon|street ?light|beam)/iu.test(text)
  const hours: Record<string, string> = { 'moonlit night': 'moonlight reflecting softly', dawn: 'soft dawn light', dusk: 'golden dusk light', night: moon ? 'moonlight reflecting softly' : lamp ? 'lamplight in the night' : 'dark night', day: 'clear daylight' }
  const moods: Record<Board['mood'], string> = { serene: 'tranquil', melancholy: 'quiet melancholy', epic: 'dramatic light', tense: 'hard shadows', joyful: 'bright and warm', mysterious: 'ethereal haze', romantic: 'soft warm glow', wonder: 'luminous' }
  return [hours[inWords(hour, 'en')] ?? (lamp ? 'lamplight' : ''), inWords(weather, 'en').replace(/^a /, ''), moods[mood]].filter(Boolean).join(', ')
}

const eras: Record<Board['era'], string> = { 'ancient-china': 'ancient China', 'ancient-west': 'medieval Europe', modern: 'modern day', future: 'the far future', timeless: '' }

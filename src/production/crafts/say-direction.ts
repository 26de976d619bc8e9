import type { Language } from '../../film/brief.ts'
import type { Direction, ShotChange } from '../../film/direction.ts'
import { looks, type Mood } from '../../film/look.ts'
import { moveName } from '../../reading/parse-move.ts'
import { sizeName } from '../../reading/parse-size.ts'
import { angleName } from '../../reading/parse-angle.ts'
import { transitionName } from '../../reading/parse-transition.ts'

/** What a direction does, in a few words for the reply, in the film's language. */
export function sayDirection(direction: Direction, language: Language): string {
  const say = words[language]
  switch (direction.kind) {
    case 'shots': return `${numbers(direction.numbers, say)}${say.colon}${sayChange(direction.change, language)}`
    case 'drop': return say.dropped(numbers(direction.numbers, say))
    case 'insert': return say.inserted(direction.after, direction.picture)
    case 'move': return say.moved(numbers(direction.numbers, say), direction.after)
    case 'circle': return say.circled(numbers(direction.numbers, say))
    case 'pick': return say.picked(direction.number, 'ABCD'[direction.frame] ?? String(direction.frame + 1))
    case 'look': return say.look(language === 'zh' ? looks.find(({ name }) => name === direction.look)?.zh ?? direction.look : direction.look)
    case 'music': return direction.mood === 'off' ? say.noMusic : say.music(language === 'zh' ? moods[direction.mood] : direction.mood)
    case 'voice': return direction.voice === 'off' ? say.noVoice : say.voice(direction.voice)
    case 'length': return say.length(Number(direction.seconds.toFixed(1)))
    case 'model': return `${say.making[direction.for]}${say.colon}${direction.model}`
    case 'budget': return say.budget(direction.dollars)
    case 'title': return say.title(direction.title)
    case 'choose': return say.idea(direction.idea)
    case 'more': return say.more
    case 'approve': return say.approved
    case 'undo': return say.undone
    case 'cancel': return say.cancelled
  }
}

function sayChange(change: ShotChange, language: Language): string {
  const say = words[language]
  return [
    change.size === undefined ? '' : say.size(sizeName(change.size, language)),
    change.move === undefined ? '' : moveName(change.move, language),
    change.angle === undefined ? '' : angleName(change.angle, language),
    change.picture === undefined ? '' : say.picture(change.picture),
    change.add === undefined ? '' : say.quote(change.add),
    change.remove === undefined ? '' : say.without(change.remove),
    change.line === undefined ? '' : change.line.trim() === '' ? say.noLine : say.line(change.line),
    change.seconds === undefined ? '' : say.seconds(Number(change.seconds.toFixed(1))),
    change.transition === undefined ? '' : say.join(transitionName(change.transition, language)),
    change.redraw ? say.redraw : '',
    ...Object.entries(change.models ?? {}).map(([what, model]) => `${say.making[what as keyof typeof say.making] ?? what} ${model}`),
  ].filter(Boolean).join(say.comma)
}

/** Where a note meant very many, the first ones stand for them. */
const numbers = (all: readonly string[], { comma, and }: Words) => all.length > 8 ? `${all.slice(0, 6).join(comma)}${comma}${and(all.length - 6)}` : all.join(comma)

const moods: Record<Mood, string> = { serene: '宁静', melancholy: '忧伤', epic: '史诗', tense: '紧张', joyful: '欢快', mysterious: '神秘', romantic: '浪漫', wonder: '奇妙' }

const english = {
  comma: ', ', colon: ': ', and: (more: number) => `and ${more} more`, quote: (said: string) => `“${said}”`,
  size: (size: string) => `size ${size}`, picture: (said: string) => `shows “${said}”`, without: (said: string) => `without “${said}”`,
  line: (said: string) => `says “${said}”`, noLine: 'no line', seconds: (seconds: number) => `${seconds} s`, join: (transition: string) => `begins with ${transition}`, redraw: 'drawn again',
  dropped: (shots: string) => `dropped ${shots}`, inserted: (after: string | null, picture: string) => `new shot ${after === null ? 'at the start' : `after ${after}`}: “${picture}”`,
  moved: (shots: string, after: string | null) => `${shots} now ${after === null ? 'at the start' : `after ${after}`}`, circled: (shots: string) => `circled ${shots}`, picked: (shot: string, letter: string) => `${shot}: frame ${letter}`,
  look: (look: string) => `look ${look}`, music: (mood: string) => `music ${mood}`, noMusic: 'no music', voice: (voice: string) => `voice ${voice}`, noVoice: 'no voice', length: (seconds: number) => `the film at ${seconds} s`,
  budget: (dollars: number) => `at most $${dollars.toFixed(2)} for this film`, title: (title: string) => `title “${title}”`, idea: (idea: number) => `idea ${idea}`, more: 'more ideas', approved: 'approved', undone: 'the last change is taken back', cancelled: 'cancelled',
  making: { draw: 'pictures by', animate: 'clips by', speak: 'voices by', compose: 'music by' },
}
type Words = typeof english

const chinese: Words = {
  comma: '，', colon: '：', and: (more) => `等 ${more + 6} 个`, quote: (said) => `「${said}」`,
  size: (size) => `改为${size}`, picture: (said) => `画面「${said}」`, without: (said) => `去掉「${said}」`,
  line: (said) => `台词「${said}」`, noLine: '不要台词', seconds: (seconds) => `${seconds} 秒`, join: (transition) => `以${transition}接入`, redraw: '重画',
  dropped: (shots) => `删掉 ${shots}`, inserted: (after, picture) => `${after === null ? '开头' : `${after} 之后`}加一个镜头「${picture}」`,
  moved: (shots, after) => `${shots} 移到${after === null ? '开头' : ` ${after} 之后`}`, circled: (shots) => `${shots} 过了`, picked: (shot, letter) => `${shot} 用画面 ${letter}`,
  look: (look) => `风格：${look}`, music: (mood) => `配乐：${mood}`, noMusic: '不要配乐', voice: (voice) => `旁白：${voice}`, noVoice: '不要旁白', length: (seconds) => `全片 ${seconds} 秒`,
  budget: (dollars) => `全片最多花 $${dollars.toFixed(2)}`, title: (title) => `片名《${title}》`, idea: (idea) => `创意 ${idea}`, more: '再想几个', approved: '通过', undone: '撤回了上一次改动', cancelled: '停拍',
  making: { draw: '画面', animate: '镜头', speak: '配音', compose: '配乐' },
}

const words: Record<Language, Words> = { en: english, zh: chinese }

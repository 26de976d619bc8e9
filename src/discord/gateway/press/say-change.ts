import type { Language } from '../../../film/brief.ts'
import type { Direction } from '../../../film/direction.ts'
import { moveName } from '../../../reading/parse-move.ts'
import { sizeName } from '../../../reading/parse-size.ts'

/** What a form asks for, in words: for the record, and for everybody in the thread. */
export function sayChange(direction: Direction, language: Language): string {
  const zh = language === 'zh'
  if (direction.kind === 'drop') return `${zh ? '删掉' : 'drop'} ${direction.numbers.join(', ')}`
  if (direction.kind !== 'shots') return direction.kind
  const { picture, size, move, seconds, redraw, models = {} } = direction.change
  const said = [
    picture,
    size && sizeName(size, language),
    move && moveName(move, language),
    seconds === undefined ? null : `${seconds} ${zh ? '秒' : 's'}`,
    ...Object.entries(models).map(([made, model]) => `${({ draw: zh ? '画面' : 'pictures by', animate: zh ? '镜头' : 'clips by', speak: zh ? '配音' : 'voices by' })[made] ?? made} ${model}`),
    redraw ? (zh ? '重画' : 'draw again') : null,
  ].filter(Boolean).join(zh ? '，' : ', ')
  return `${direction.numbers.join(', ')}: ${said}`
}

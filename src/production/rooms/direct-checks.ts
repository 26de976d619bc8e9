import type { Direction, Directions } from '../../film/direction.ts'
import type { Storyboard } from '../../film/storyboard.ts'
import type { Language } from '../../film/brief.ts'
import { ownWords } from './own-words.ts'
import { roomWords } from './words.ts'

type About = { note: string; board: Storyboard | null; models: readonly string[]; language: Language }

/**
 * What a language model understood, held to what there is: shots of this storyboard, models of this studio, new lines in the
 * person's own words. What does not hold is not done; it is said. It never stops a film: those words are plain, and read by rules.
 */
export function heldDirections(understood: Directions, { note, board, models, language }: About): Directions {
  const say = roomWords[language]
  const known = new Set(board?.shots.map(({ number }) => number) ?? [])
  const missed = [...understood.missed]
  const foreign = (numbers: readonly string[]) => {
    const strange = numbers.filter((number) => !known.has(number))
    missed.push(...strange.map(say.noShot))
    return strange.length > 0
  }
  const directions = understood.directions.flatMap((direction): Direction[] => {
    switch (direction.kind) {
      case 'cancel': return []
      case 'shots': {
        const numbers = direction.numbers.filter((number) => !foreign([number]))
        const { line, models: wanted, ...change } = direction.change
        const spoken = line === undefined || line.trim() === '' || ownWords([line], note)[0] !== null
        if (!spoken) missed.push(say.notYourWords(line))
        const strange = Object.values(wanted ?? {}).filter((id) => !models.includes(id))
        missed.push(...strange.map(say.noModel))
        const kept = { ...change, ...(line !== undefined && spoken ? { line } : {}), ...(wanted && strange.length === 0 ? { models: wanted } : {}) }
        return numbers.length > 0 && Object.keys(kept).length > 0 ? [{ ...direction, numbers, change: kept }] : []
      }
      case 'model': {
        if (models.includes(direction.model)) return [direction]
        missed.push(say.noModel(direction.model))
        return []
      }
      case 'drop': case 'circle': {
        const numbers = direction.numbers.filter((number) => !foreign([number]))
        return numbers.length > 0 ? [{ ...direction, numbers }] : []
      }
      case 'move': return foreign([...direction.numbers, ...(direction.after === null ? [] : [direction.after])]) ? [] : [direction]
      case 'insert': return direction.after !== null && foreign([direction.after]) ? [] : [direction]
      case 'pick': return foreign([direction.number]) ? [] : [direction]
      default: return [direction]
    }
  })
  return { ...understood, directions, missed: [...new Set(missed)] }
}

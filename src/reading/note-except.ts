import type { NoteBoard } from './note-board.ts'
import { addressShots } from './note-shots.ts'

/** «All shots except 2.4 darker»: the words without the exception, and the board without its shots. */
export function excepted(sentence: string, board: NoteBoard): { words: string; others: NoteBoard } {
  const found = pattern.exec(sentence)
  const named = found && addressShots((found[1] ?? found[2] ?? '').trim(), board)
  if (!found || !named || named.unknown || named.rest !== '') return { words: sentence, others: board }
  const words = `${sentence.slice(0, found.index)} ${sentence.slice(found.index + found[0].length)}`.replace(/\s+/g, ' ').trim()
  return { words, others: { ...board, shots: board.shots.filter(({ number }) => !named.numbers.includes(number)) } }
}

const numbers = '(?:shots?\\s*)?\\d+(?:\\.\\d+)*(?:\\s*(?:,|，|、|and|&|和|与|-|–|to|到|至)\\s*\\d+(?:\\.\\d+)+)*'
const pattern = new RegExp(`\\b(?:except(?: for)?|but not|apart from|other than|besides)\\s+(${numbers})|(?:除了?|除开)\\s*(${numbers})\\s*(?:镜头?)?(?:以外|之外|外)?(?:的)?[，,]?`, 'i')

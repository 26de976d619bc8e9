import type { NoteBoard } from './note-board.ts'
import { addressShots } from './note-shots.ts'

/** After «2.4:» a semicolon is a comma: what follows is said of that shot too. */
export const sentences = (line: string) => line.replace(/^[^;；。!！?？]*\d\s*[:：][^。!！?？]*/, (list) => list.replace(/[;；]/g, ', '))
  .split(/[;；。！!]+|\.(?=\s|$)|(?<=[?？])\s*(?=\S)/).map((part) => part.trim()).filter((part) => part !== '')

/** What is said one after another, each phrase an order of its own. */
export const phrasesOf = (sentence: string, board: NoteBoard): string[] => phrases(fronted(sentence, board))

/** «Add rain and thunder to 2.4» speaks of the shot last; what comes before it is said of it all the same. */
function fronted(sentence: string, board: NoteBoard): string {
  const found = /^((?:add|put|include|show|remove|delete|lose|erase|hide|take|get rid|drop|no|more|with|without)\b.+?)\s+(?:from|in|to|of|for|on|into)\s+(\S.*)$/i.exec(sentence)
  const [, words = '', where = ''] = found ?? []
  if (!found || addressShots(words, board)) return listed(sentence)
  const addressed = addressShots(where, board)
  return listed(addressed && addressed.rest === '' && !addressed.unknown ? `${where}: ${words}` : sentence)
}

/** «Remove the crow and the tree» is one wish: what has an article is no order of its own. */
const listed = (sentence: string) => sentence.replace(
  /\b(?:remove|delete|lose|erase|hide|drop|take out|get rid of|no|without)\s+(?:(?:the|any|all|that|those)\s+)?[\p{L} -]+?(?:(?:\s*,\s*(?:and\s+)?|\s+(?:and|or)\s+)(?:the|any|that|those|an?)\s+[\p{L}-]+)+/giu,
  (list) => list.replace(/\s*,\s*(?:and\s+)?|\s+(?:and|or)\s+/gi, tied))

/** Stands for «and» where a phrase must not be parted; a character that cleaned text does not have. */
const tied = '\u0001'

/** At commas and «and»; a number standing alone belongs to the list beside it: «1.2, 1.3 and 1.4 closer», «drop 1.3, 1.4». */
function phrases(sentence: string): string[] {
  const pieces = sentence
    .split(/\s*[,，、]\s*|(?<!\bblack)\s+(?:and|then|but)\s+|\s*(?:然后|并且|而且|同时)\s*|(?<=[\d\s])和(?=\s*\d)/i)
    .map((piece) => piece.replaceAll(tied, ' and ').replace(/^(?:and|also|then|but|please|请|也|再把|并)\s*(?![a-z])/i, '').trim())
    .filter((piece) => piece !== '')
  const merged: string[] = []
  let list = ''
  for (const [index, piece] of pieces.entries()) {
    const before = merged.at(-1)
    if (!lone.test(piece)) merged.push(list + piece)
    else if (list === '' && before !== undefined && /\d镜?头?$/.test(before) && !/^\s*\d/.test(pieces[index + 1] ?? '')) merged[merged.length - 1] = `${before}, ${piece}`
    else if (index < pieces.length - 1) {
      list += `${piece}, `
      continue
    } else merged.push(list + piece)
    list = ''
  }
  return merged
}

const lone = /^(?:shots?|第|镜头?|分镜)?\s*\d+(?:\.\d+)*(?:\s*(?:-|–|—|to|到|至)\s*\d+(?:\.\d+)*)?\s*(?:镜头?|号)?$/i

import type { Direction } from '../film/direction.ts'

/** «budget 20 dollars», «raise the budget to $30», 「预算 20 美元」. */
export function readBudget(words: string): Direction | null {
  const said = /^(?:(?:set|raise|lower|make|change|cut|把)\s*)?(?:the\s+|our\s+)?(?:budget|预算)\s*(?:is|to|at|of|should be|:|=|改成|改为|提高到|降到|定为|定成|加到|是|为|：)?\s*(?:us)?(?:\$|＄)?\s*(\d{1,6}(?:\.\d{1,2})?)\s*(?:\$|usd|us dollars?|dollars?|bucks|美元|美金|刀|块)?$/i.exec(words.normalize('NFKC').trim().replace(/[.。!！]+$/, ''))
  return said?.[1] === undefined ? null : { kind: 'budget', dollars: Number(said[1]) }
}

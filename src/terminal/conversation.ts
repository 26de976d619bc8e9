import { randomUUID } from 'node:crypto'
import type { Progress } from '../lab/progress.ts'
import type { ShownCard } from '../mailbox/watch.ts'
import type { Card, Choice } from '../mailbox/card.ts'
import { progressFooter } from './progress-footer.ts'
import type { Screen } from './screen.ts'

export type Conversation = {
  onCard(shown: ShownCard): Promise<void>
  onProgress(progress: Progress): void
  onLine(line: string): void
}

type Parts = {
  screen: Screen
  /** Nobody is asked: every gate takes its standard answer. */
  auto: boolean
  send(key: string, event: Record<string, unknown>): Promise<unknown>
  /** The film is there. */
  onFilm(card: Card): Promise<void>
  /** Somebody has to decide, and nobody is there. */
  onTrouble(card: Card): void
  onQuit(): void
  /** A path where the picture of a question can be looked at. */
  picture(card: Card): Promise<string | null>
  onError(error: unknown): void
}

type Question = { card: Card; revision: number }

/** Puts cards to the person at the terminal, and what they type to the production. */
export function converse({ screen, auto, send, onFilm, onTrouble, onQuit, picture, onError }: Parts): Conversation {
  const shots = new Map<string, Card>()
  const running = new Map<string, Progress>()
  const questions = new Map<string, Question>()
  /** Gates that are answered by themselves from now on: `pick`, `circle`. */
  const waved = new Set<string>()
  let film = false
  let finished = false
  const idle = () => finished && running.size === 0

  const take = (question: Question, choice: Choice) => {
    questions.delete(question.card.slot)
    send(`${question.card.slot}@${question.revision}:${choice.label}`, choice.event).catch(onError)
  }
  // what went wrong is never waved through
  const standard = (card: Card) => card.slot.startsWith('trouble:') ? undefined : card.choices.find((choice) => choice.standard)
  const current = () => questions.values().next().value
  const ask = () => {
    const question = current()
    screen.prompt(question ? `${question.card.title} ${options(question.card)} › ` : idle() ? 'Notes, or Enter to finish › ' : '› ')
    screen.footer(progressFooter(shots, running))
  }

  return {
    async onCard({ card, revision }) {
      const known = shots.get(card.slot.slice(5))
      if (card.slot.startsWith('shot:')) shots.set(card.slot.slice(5), card)
      const choice = standard(card)
      if (card.asks && choice && (auto || waved.has(gate(choice)))) take({ card, revision }, choice)
      else if (card.asks && !auto) questions.set(card.slot, { card, revision })
      else questions.delete(card.slot)
      // a shot speaks when something new was made, not with every press
      if (!card.slot.startsWith('shot:') || known?.title !== card.title) screen.print(await say(card, auto, picture))
      if (card.slot === 'film' && card.media.length > 0) { film = finished = true; await onFilm(card) }
      // a note that asked for nothing new leaves the film as it is
      if (card.slot.startsWith('reply:')) finished = film
      if (card.asks && !choice && auto) onTrouble(card)
      if (card.slot === 'film' && card.media.length === 0) onQuit()
      ask()
    },
    onProgress(progress) {
      if (['intent', 'submitted'].includes(progress.status)) running.set(progress.generation, progress)
      else running.delete(progress.generation)
      screen.footer(progressFooter(shots, running))
    },
    onLine(line) {
      const question = current()
      const choice = question && (line === '' ? standard(question.card) : named(question.card, line))
      if (/^(q|quit|exit|退出)$/i.test(line) || (line === '' && idle() && !question)) return onQuit()
      if (question && /^(all|全部|都行)$/i.test(line)) {
        waved.add(gate(standard(question.card)))
        for (const each of [...questions.values()]) {
          const answer = standard(each.card)
          if (answer && waved.has(gate(answer))) take(each, answer)
        }
      } else if (question && choice) {
        take(question, choice)
      } else if (line !== '') {
        finished = false
        const id = randomUUID()
        const about = question?.card.slot.startsWith('shot:') ? { about: question.card.slot.slice(5) } : {}
        send(`note:${id}`, { kind: 'noted', id, text: line, ...about }).catch(onError)
      }
      ask()
    },
  }
}

const gate = (choice: Choice | undefined) => String(choice?.event.kind ?? '')

/** `A`, `3`, or the choice's own words. */
const named = (card: Card, line: string) => {
  const asked = line.toLowerCase()
  return card.choices.find(({ label }) => label.toLowerCase() === asked || label.toLowerCase().split(' ').some((word, index, words) => word === asked && (index === 0 || index === words.length - 1)))
}

/** «A B C D · Enter = A · all»: short, whatever the labels are. */
function options(card: Card): string {
  const standard = card.choices.find((choice) => choice.standard)
  const keys = card.choices.length > 6 ? `1–${card.choices.length - 1}` : card.choices.map(({ label }) => label).join(' · ')
  return `[${keys}${standard ? `; Enter: ${standard.label.slice(0, 30)}` : ''}; or say what you want]`
}

async function say(card: Card, auto: boolean, picture: Parts['picture']): Promise<string> {
  if (card.slot.startsWith('shot:')) {
    const seen = card.asks && !auto ? await picture(card) : null
    return [card.title, seen === null ? '' : `  ${seen}`, card.text && card.asks ? `  ${card.text}` : ''].filter(Boolean).join('\n')
  }
  return [`\n── ${card.title}`, card.text].filter(Boolean).join('\n')
}

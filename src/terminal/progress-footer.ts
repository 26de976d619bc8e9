import type { Progress } from '../lab/progress.ts'
import type { Card } from '../mailbox/card.ts'

/** Where every shot stands, and what is being done just now. */
export function progressFooter(shots: ReadonlyMap<string, Card>, running: ReadonlyMap<string, Progress>): string[] {
  const strip = [...shots].map(([number, card]) => `${number} ${mark(number, card, running)}`).join('  ')
  const bars = [...running.values()].filter(({ working }) => working).map(({ label, progress, doing }) => `${bar(progress)} ${label}${doing ? ` · ${doing}` : ''}`)
  return [...(strip ? [strip] : []), ...bars]
}

function mark(number: string, card: Card, running: ReadonlyMap<string, Progress>) {
  const now = [...running.values()].find(({ label, working }) => working && label.startsWith(`${number} `))
  if (now) return `${Math.round(now.progress * 100)}%`
  if (card.asks) return '?'
  return card.media.some(({ kind }) => kind === 'video') ? '✓' : card.media.length > 0 ? '◐' : '·'
}

const bar = (fraction: number, width = 20) => {
  const full = Math.round(Math.min(1, fraction) * width)
  return `${'█'.repeat(full)}${'░'.repeat(width - full)} ${String(Math.round(fraction * 100)).padStart(3)}%`
}

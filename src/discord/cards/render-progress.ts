import type { Language } from '../../film/brief.ts'
import type { Progress } from '../../lab/progress.ts'
import type { Tally } from '../../production/shot-record.ts'
import type { Phase } from '../../production/state.ts'
import { discordWords } from '../words.ts'
import { button, colours, frame, row, text } from './layout.ts'
import type { Message } from './message.ts'
import { about, craftName, percent } from './progress-words.ts'
import { safeLine } from './safe-text.ts'

export type ProgressRendering = {
  production: string
  title: string
  language: Language
  phase: Phase | 'new'
  tally: Pick<Tally, 'shots' | 'drawn' | 'taken' | 'circled'> | null
  progress: readonly Progress[]
  secondsLeft?: number | null
  /** Messages that wait for an answer: `shot:1.2` and the link to its message. */
  open: readonly { slot: string; url: string }[]
}

/** One message that says where the film is, what is being made, for how long still, and who waits for whom. */
export function renderProgress({ production, title, language, phase, tally, progress, secondsLeft = null, open }: ProgressRendering): Message {
  const say = discordWords[language]
  const over = phase === 'delivered' || phase === 'cancelled'
  const links = open.filter(({ url }) => /^https:\/\/[^\s()<>]{1,200}$/.test(url)).toSorted(byShot)
  const count = phase === 'shooting' && tally && tally.shots > 0 ? ` ${tally.taken}/${tally.shots}` : ''
  const left = secondsLeft === null || over ? null : about(secondsLeft, language)
  return frame(phase === 'delivered' ? colours.done : phase === 'cancelled' ? colours.quiet : open.length > 0 ? colours.asking : colours.working, [
    text(
      `**${over ? '' : '🎬 '}${say.phase[phase]}${count}** · ${safeLine(title, 120)}`,
      count && tally ? `${bar((tally.drawn + tally.taken + tally.circled) / (3 * tally.shots))}${left ? ` · ${left}` : ''}` : left ? `-# ${left}` : null,
      over ? null : nowLine(progress, language),
    ),
    links.length > 0 ? text(`${say.openQuestions}${links.slice(0, 12).map(({ slot, url }) => `[${slotName(slot, language)}](${url})`).join(' · ')}${links.length > 12 ? ` ${say.and(links.length - 12)}` : ''}`) : null,
    over ? null : row(
      open.length > 0 ? button({ production, act: 'approve-all' }, { emoji: '✅', label: say.approveAll, style: 'success' }) : null,
      button({ production, act: 'note', about: null }, { emoji: '📝', label: say.note }),
      button({ production, act: 'cancel' }, { emoji: '⏹️', label: say.cancel }),
    ),
  ])
}

/** Who works at what now, the furthest first: «1.2 panel 40 %». What waits is only counted. */
function nowLine(progress: readonly Progress[], language: Language): string | null {
  const say = discordWords[language]
  const open = progress.filter(({ status }) => status === 'intent' || status === 'submitted')
  const working = open.filter(({ working }) => working).toSorted((a, b) => b.progress - a.progress)
  const shown = working.slice(0, 4).map(({ label, craft, progress }) => [/^[\d.]+(?= )/.exec(label)?.[0], craftName(craft, language) || safeLine(label, 60), progress > 0 ? percent(progress) : ''].filter(Boolean).join(' '))
  const waiting = open.length - shown.length
  if (shown.length === 0) return waiting > 0 ? `-# ${say.waiting}` : null
  return `-# ${shown.join(' · ')}${waiting > 0 ? ` · ${say.and(waiting)}` : ''}`
}

/** They were posted as they got ready; people look for them by number. */
const byShot = (a: { slot: string }, b: { slot: string }) =>
  Number(!a.slot.startsWith('shot:')) - Number(!b.slot.startsWith('shot:')) || a.slot.localeCompare(b.slot, 'en', { numeric: true })

const bar = (fraction: number) => {
  const full = Math.round(12 * Math.min(1, Math.max(0, fraction)))
  return '▰'.repeat(full) + '▱'.repeat(12 - full)
}

function slotName(slot: string, language: Language): string {
  const say = discordWords[language]
  const shot = /^shot:([\d.]+)$/.exec(slot)?.[1]
  const gate = (['pitch', 'script', 'board', 'cut'] as const).find((gate) => gate === slot)
  if (shot !== undefined) return shot
  if (gate) return say.phase[gate]
  return slot === 'cast' ? say.castAndLook : slot.startsWith('trouble:') ? say.troubleHere : slot.startsWith('cap:') ? say.capHere : say.waitsForGo
}

import type { Language } from '../../film/brief.ts'
import type { ShotFacts, ShotStage } from '../../mailbox/card.ts'
import type { DiscordWords } from '../words.ts'
import { colours, frame, gallery, text } from './layout.ts'
import type { Message, Rendering } from './message.ts'
import { plainMessage } from './plain-message.ts'
import { doing } from './progress-words.ts'
import { bare, safeLine } from './safe-text.ts'
import { shotFiles } from './shot-files.ts'
import { shotHeader } from './shot-header.ts'
import { shotRows } from './shot-rows.ts'

/** A shot's one message: it lives through drawing, choosing, filming and circling. */
export function shotMessage(rendering: Rendering, say: DiscordWords): Message {
  const { card, language } = rendering
  // cards of the first release do not carry their shot's figures
  if (!card.shot) return plainMessage(rendering, say)
  const files = shotFiles(card, card.shot, rendering.about?.shot, say)
  const notes = card.text.split('\n').filter(Boolean).slice(0, 4).map((note) => `-# ${safeLine(note, 300)}`)
  return frame(accents[card.shot.stage], [
    text(`${shotHeader(card.shot, language, say)}${card.shot.stage === 'circled' ? ` · **${say.circled}**` : ''}`, ...quoted(card.shot)),
    gallery(files),
    text(stageLine(rendering, card.shot, language, say), ...notes),
    ...shotRows(rendering.production, card, card.shot, say, language),
  ], files)
}

const accents: Record<ShotStage, number> = {
  drawing: colours.working, choosing: colours.asking, chosen: colours.asking, approved: colours.asking, filming: colours.working, take: colours.take, circled: colours.done,
}

/** Scene, picture and line are often the same words: a line that is told is what is seen. Each is said once. */
const quoted = ({ scene, line }: ShotFacts) => {
  const spoken = line ? bare(line.replace(/^[^:：]{1,40}[:：]\s*/, '')) : ''
  const parts = scene.split(' / ').filter((part) => bare(part) !== spoken)
  const seen = parts.filter((part, index) => !parts.some((other, at) => at !== index && bare(other).includes(bare(part)) && (at > index || bare(other) !== bare(part)))).join(' / ')
  return [
    seen ? `> ${safeLine(seen, 220)}` : null,
    line && !bare(seen).includes(spoken) ? `> **${safeLine(line, 220)}**` : null,
  ]
}

/** What is being done and for how long still; or what can be done. A take and a circled one speak for themselves. */
function stageLine({ progress, secondsLeft }: Rendering, { stage }: ShotFacts, language: Language, say: DiscordWords): string | null {
  if (stage === 'take' || stage === 'circled') return null
  if (stage !== 'drawing' && stage !== 'filming') return `-# ${say.stage[stage]}`
  return `-# ${doing(say.stage[stage], progress ?? [], stage === 'filming' ? 'animate' : 'draw', secondsLeft ?? null, language)}`
}

import type { Card, ShotFacts } from '../../mailbox/card.ts'
import type { DiscordWords } from '../words.ts'
import { fileName, promptWords } from './file-name.ts'
import type { FileSource, MessageFile } from './message.ts'
import { bareLine } from './safe-text.ts'

/** What a shot's message shows: its candidates on one sheet, the frame looked at, or the clip. Name and alt text carry prompt and seed. */
export function shotFiles({ media }: Card, shot: ShotFacts, sheet: { prompt: string; picture: string } | undefined, say: DiscordWords): MessageFile[] {
  const clip = media.find(({ kind }) => kind === 'video')
  const pictures = media.filter(({ kind }) => kind === 'image').slice(0, 4).map(({ hash }) => hash)
  const named = (what: string, alt: string, ending: string, source: FileSource): MessageFile[] => [{
    name: fileName([`${shot.number}-${what}`, promptWords(sheet?.prompt, shot.scene), `seed${shot.seed}`].filter(Boolean).join('_'), ending),
    description: bareLine([shot.number, alt, sheet?.prompt || shot.scene, `${say.seed} ${shot.seed}`].filter(Boolean).join(' · '), 1000),
    ...source,
  }]
  if (clip) return named(`take-${shot.take ?? 1}`, say.take(shot.take ?? 1), 'mp4', { hash: clip.hash })
  const [only] = pictures
  if (only === undefined) return []
  // while it is filmed the card holds only the frame that was picked
  const looked = shot.frame !== null && shot.stage !== 'choosing' ? pictures[shot.frame] ?? (pictures.length === 1 ? only : undefined) : undefined
  const letter = 'abcd'[shot.frame ?? 0] ?? ''
  if (looked !== undefined) return named(`frame-${letter}`, `${say.frame} ${letter.toUpperCase()}`, 'png', { hash: looked })
  return pictures.length === 1
    ? named('frame', say.frame, 'png', { hash: only })
    : named('frames', `${say.candidates} ${'ABCD'.slice(0, pictures.length).split('').join(' ')}`, 'png', { sheet: pictures, chosen: shot.frame })
}

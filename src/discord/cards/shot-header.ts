import type { Language } from '../../film/brief.ts'
import type { CameraMove } from '../../film/camera-move.ts'
import type { ShotSize } from '../../film/shot-size.ts'
import type { ShotFacts } from '../../mailbox/card.ts'
import { moveName } from '../../reading/parse-move.ts'
import { sizeName } from '../../reading/parse-size.ts'
import type { DiscordWords } from '../words.ts'
import { safeLine } from './safe-text.ts'

/** `**1.2.1** · 中景 medium · 跟 follow · 4.5 s · seed 8123 · take 2` */
export const shotHeader = (shot: ShotFacts, language: Language, say: DiscordWords): string => [
  `**${shot.number}**`,
  sizeTitle(shot, language),
  moveTitle(shot, language),
  say.seconds(shortSeconds(shot.seconds)),
  `${say.seed} ${shot.seed}`,
  shot.take === null ? null : say.take(shot.take),
].filter(Boolean).join(' · ')

type Written = { written: { size: string | null; move: string | null } }

/** As the person wrote it first, and in English for whoever else is on the crew; in a list only where it would not be read otherwise. */
export const sizeTitle = ({ size, written }: { size: ShotSize } & Written, language: Language, form: Form = 'glossed') =>
  title(written.size?.trim() || sizeName(size, language), sizeName(size, 'en'), form === 'glossed' || language === 'en')

export const moveTitle = ({ move, written }: { move: CameraMove } & Written, language: Language, form: Form = 'glossed') =>
  title(written.move?.trim() || moveName(move, language), moveName(move, 'en'), form === 'glossed' || language === 'en')

type Form = 'glossed' | 'short'

const title = (said: string, english: string, glossed: boolean) =>
  glossed && !/^[\x20-\x7e]+$/.test(said) ? `${safeLine(said, 40)} ${english}` : safeLine(said, 60)

export const shortSeconds = (seconds: number) => String(Number(seconds.toFixed(1)))

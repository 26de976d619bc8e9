import type { Language } from '../../film/brief.ts'
import type { Progress } from '../../lab/progress.ts'
import { discordWords } from '../words.ts'

/** «filming · 40 % · about 20 s»; where another craft holds it up, what that is: «filming · voice 20 %». */
export function doing(stage: string, progress: readonly Progress[], wanted: string, secondsLeft: number | null, language: Language): string {
  const say = discordWords[language]
  const open = progress.filter(({ status }) => status === 'intent' || status === 'submitted')
  const now = open.find(({ craft, working }) => craft === wanted && working) ?? open.find(({ working }) => working) ?? open.find(({ craft }) => craft === wanted)
  const how = !now ? null : !now.working ? say.waiting : now.craft === wanted ? percent(now.progress) : `${craftName(now.craft, language)} ${percent(now.progress)}`
  return [stage, how, secondsLeft === null ? null : about(secondsLeft, language)].filter(Boolean).join(' · ')
}

export const craftName = (craft: string, language: Language) => Object.hasOwn(discordWords[language].craft, craft) ? discordWords[language].craft[craft] ?? '' : ''

export const percent = (fraction: number) => `${Math.round(100 * Math.min(1, Math.max(0, Number.isFinite(fraction) ? fraction : 0)))} %`

/** Rounded up to what a person would say: 5 seconds, then 10, then minutes. */
export function about(seconds: number, language: Language): string | null {
  if (!Number.isFinite(seconds) || seconds <= 0) return null
  const say = discordWords[language]
  if (seconds > 90) return say.about(`${Math.ceil(seconds / 60)} ${say.minutes}`)
  const step = seconds > 20 ? 10 : 5
  return say.about(say.seconds(String(Math.ceil(seconds / step) * step)))
}

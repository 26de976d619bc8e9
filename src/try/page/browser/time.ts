import type { Words } from './words.ts'

/** `<t:…:style>`, in the reader's own time zone and language. */
export function timestamp(seconds: number, style: string, locale: string, now = Date.now()): string {
  if (style === 'R') return relative(seconds - now / 1000, locale)
  return new Intl.DateTimeFormat(locale, styles[style] ?? styles['f']).format(seconds * 1000)
}

const styles: Record<string, Intl.DateTimeFormatOptions> = {
  t: { timeStyle: 'short' }, T: { timeStyle: 'medium' }, d: { dateStyle: 'short' }, D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' }, F: { dateStyle: 'full', timeStyle: 'short' },
}

function relative(seconds: number, locale: string) {
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [['year', 31_557_600], ['month', 2_629_800], ['day', 86_400], ['hour', 3600], ['minute', 60], ['second', 1]]
  const [unit, size] = steps.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1]
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.round(seconds / size), unit)
}

/** Beside a name: today only the hour. */
export function spokenTime(iso: string, locale: string, words: Words, now = new Date()): string {
  const at = new Date(iso)
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(at)
  if (sameDay(at, now)) return time
  if (sameDay(at, new Date(now.getTime() - 86_400_000))) return `${words.yesterday} ${time}`
  return `${new Intl.DateTimeFormat(locale, { dateStyle: 'short' }).format(at)} ${time}`
}

export const shortTime = (iso: string, locale: string) => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date(iso))
export const dayName = (iso: string, locale: string) => new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(iso))
export const sameDay = (one: Date, other: Date) => one.toDateString() === other.toDateString()

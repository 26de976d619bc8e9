import type { Language } from '../../film/brief.ts'
import type { Card, Choice } from '../../mailbox/card.ts'
import type { CapKind } from '../../lab/money/caps.ts'
import type { Accounted, Capped } from '../money-event.ts'
import type { Dollars } from '../prices.ts'
import type { Stale } from '../state.ts'

/** What a note asks to be paid for, in a line. */
export function staleLine({ redraw, speak, animate, film, score, price, known, waits }: Stale, language: Language): string {
  const say = words[language]
  const parts = [
    redraw > 0 ? say.redraw(redraw) : '', speak > 0 ? say.speak(speak) : '', animate > 0 ? say.animate(animate) : '', film > 0 ? say.film(film) : '', score ? say.score : '',
  ].filter(Boolean)
  return say.stale(parts, about(price, known, language)) + (waits ? ` ${say.waits}` : '')
}

export const goChoice = ({ id, price }: Stale, language: Language): Choice => ({ label: words[language].go, event: { kind: 'go', id }, standard: true, price })

/** A cap was nearly reached, or stops something: what, how much, until when, and who can raise it. */
export function capCard({ level, cap, own, dollars: allowed, spoken, orders, asked, unknown, raise, until }: Capped, language: Language): Card {
  const say = words[language]
  const title = level === 'near' ? say.near(say.caps[cap], dollars(spoken), dollars(allowed)) : say.stopped(say.caps[cap], dollars(allowed))
  const waiting = level === 'near' ? '' : say.waiting(orders, about(unknown > 0 ? null : asked, asked, language), dollars(spoken))
  const choices: Choice[] = level === 'near' || raise === null ? [] : [{
    label: say.raise(dollars(raise)), standard: false, event: own ? { kind: 'raise-budget', dollars: raise } : { kind: 'raise-cap', cap, dollars: raise },
  }]
  const text = [waiting, level === 'stopped' ? (own ? say.whoFilm : say.whoServer) : '', level === 'stopped' && until ? say.until(until.slice(0, 10)) : ''].filter(Boolean).join('\n')
  return { slot: `cap:${cap}`, title, text, media: [], choices, asks: level === 'stopped', language }
}

/** There may be money again. What still has none says so itself, after this. */
export const resumedCards = (caps: readonly CapKind[], language: Language): Card[] =>
  caps.map((cap) => ({ slot: `cap:${cap}`, title: words[language].goesOn(words[language].caps[cap]), text: '', media: [], choices: [], asks: false, language }))

/** What a film that was given up has cost all the same. */
export function accountLine({ dollars: sum, stopped, open, unknown }: Accounted, language: Language): string {
  const say = words[language]
  return [say.spent(dollars(sum)), stopped > 0 ? say.halfway(dollars(stopped)) : '', open > 0 ? say.open(open) : '', unknown > 0 ? say.unpriced(unknown) : ''].filter(Boolean).join(' ')
}

/** «about $1.20»; where something has no price that is said, never left out. */
export function about(price: Dollars, known: number, language: Language): string {
  const say = words[language]
  if (price !== null) return say.about(dollars(price))
  return known > 0 ? say.atLeast(dollars(known)) : say.notKnown
}

export const dollars = (sum: number) => sum > 0 && sum < 0.01 ? '<$0.01' : `$${sum.toFixed(2)}`

const english = {
  caps: {
    'film': 'this film', 'person-day': 'its owner, for today', 'person-month': 'its owner, for this month', 'role-day': "its owner's role, for today",
    'role-month': "its owner's role, for this month", 'server-day': 'the server, for today', 'server-month': 'the server, for this month',
  } satisfies Record<CapKind, string>,
  redraw: (count: number) => `redraw ${count}`, speak: (count: number) => `speak ${count}`, animate: (count: number) => `re-animate ${count}`, film: (count: number) => `film ${count}`, score: 'a new score',
  stale: (parts: string[], price: string) => `To be made: ${parts.join(', ')}; ${price}.`,
  waits: 'Nothing is ordered before somebody says «Go»; «undo» takes it back.',
  go: 'Go', gone: 'Going.', shotWaits: 'What it needs costs something and waits for «Go».',
  about: (sum: string) => `about ${sum}`, atLeast: (sum: string) => `${sum} and what has no known price`, notKnown: 'price not known',
  near: (whose: string, spoken: string, allowed: string) => `${spoken} of the ${allowed} for ${whose} are spent or set aside.`,
  stopped: (whose: string, allowed: string) => `Stopped: the ${allowed} for ${whose} are not enough.`,
  waiting: (orders: number, price: string, spoken: string) => `${orders} order${orders === 1 ? '' : 's'} wait${orders === 1 ? 's' : ''} (${price}); ${spoken} are spent or set aside.`,
  raise: (sum: string) => `Raise to ${sum}`,
  whoFilm: 'Its producer can raise it: here, or with «budget 30 dollars». Above what the server allows for one film, whoever manages the server can, with /settings money.',
  whoServer: 'Whoever manages the server can raise it: here, or with /settings money.',
  until: (day: string) => `Otherwise it goes on by itself on ${day} (UTC).`,
  goesOn: (whose: string) => `There is money again for ${whose}. It goes on.`,
  spent: (sum: string) => `It has cost ${sum}.`, halfway: (sum: string) => `${sum} of that for what was stopped half-way.`,
  open: (count: number) => `${count} order${count === 1 ? ' is' : 's are'} still being stopped at the provider and may yet be charged.`,
  unpriced: (count: number) => `Of ${count} the provider has not said the price.`,
  dear: {
    board: (price: string) => `Writing the storyboard: ${price}.`,
    shooting: (now: string, film: string) => `Frames, voices and score: ${now}. The whole film with its clips: ${film}.`,
  },
}

const chinese: typeof english = {
  caps: {
    'film': '这部片子', 'person-day': '片主今天', 'person-month': '片主本月', 'role-day': '片主所在身份组今天', 'role-month': '片主所在身份组本月', 'server-day': '本服务器今天', 'server-month': '本服务器本月',
  },
  redraw: (count) => `重画 ${count} 个`, speak: (count) => `重新配音 ${count} 个`, animate: (count) => `重拍 ${count} 个`, film: (count) => `拍摄 ${count} 个`, score: '重做配乐',
  stale: (parts, price) => `要做：${parts.join('、')}，${price}。`,
  waits: '点「开工」之前什么都不会下单；说「撤销」可以收回。',
  go: '开工', gone: '开工了。', shotWaits: '要花钱，等「开工」。',
  about: (sum) => `约 ${sum}`, atLeast: (sum) => `${sum}，另有价格未知的`, notKnown: '价格未知',
  near: (whose, spoken, allowed) => `${whose}的 ${allowed} 里，已花和预留共 ${spoken}。`,
  stopped: (whose, allowed) => `停下了：${whose}的 ${allowed} 不够了。`,
  waiting: (orders, price, spoken) => `有 ${orders} 项在等（${price}）；已花和预留共 ${spoken}。`,
  raise: (sum) => `提高到 ${sum}`,
  whoFilm: '制片可以提高：在这里点，或者说「预算 30 美元」。要超过服务器给单部片子的上限，得由管理服务器的人用 /settings money 改。',
  whoServer: '管理服务器的人可以提高：在这里点，或者用 /settings money。',
  until: (day) => `不改的话，到 ${day}（UTC）会自动继续。`,
  goesOn: (whose) => `${whose}又有额度了，继续。`,
  spent: (sum) => `一共花了 ${sum}。`, halfway: (sum) => `其中 ${sum} 花在中途停下的部分。`,
  open: (count) => `还有 ${count} 项正在请供应商停下，可能仍会收费。`,
  unpriced: (count) => `有 ${count} 项供应商没有给出价格。`,
  dear: {
    board: (price) => `写分镜：${price}。`,
    shooting: (now, film) => `画面、配音和配乐：${now}。连镜头整部片子：${film}。`,
  },
}

export type MoneyWords = typeof english
export const words: Record<Language, MoneyWords> = { en: english, zh: chinese }

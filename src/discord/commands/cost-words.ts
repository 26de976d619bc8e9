import type { Language } from '../../film/brief.ts'
import type { CapKind } from '../../lab/money/caps.ts'
import type { Sum } from './costs.ts'

export const dollars = (sum: number) => `$${sum.toFixed(sum > 0 && sum < 0.01 ? 4 : 2)}`

/** A sum, and that it is not all where something in it has no known price. */
export const sumMoney = ({ dollars: sum, unknown }: Pick<Sum, 'dollars' | 'unknown'>, say: CostWords) =>
  unknown > 0 ? (sum > 0 ? `${dollars(sum)} + ?` : say.notKnown) : dollars(sum)

const round = (seconds: number) => Number(seconds.toFixed(seconds < 10 ? 1 : 0))

const english = {
  time: (seconds: number) => seconds < 90 ? `${round(seconds)} s` : `${(seconds / 60).toFixed(1)} min`,
  reserved: (sum: string) => `${sum} more is set aside for what is being made`, free: 'Made on this machine: it costs its time and nothing else.',
  shared: 'Some of it another film had asked for too; it was made once, and is shown in both.',
  unknown: (count: number) => `Of ${count} the price is not known; caps count $0.50 for each.`, notKnown: 'price not known',
  bySteps: 'By step', byShots: 'By shot', byPeople: 'By who asked for it', byModels: 'By model', more: (count: number) => `and ${count} more`,
  of: (spoken: string, allowed: string) => `${spoken} of ${allowed}`, picture: 'What the film has cost, as bars',
  caps: {
    'film': 'This film', 'person-day': 'Its owner, today', 'person-month': 'Its owner, this month', 'role-day': "Its owner's role, today", 'role-month': "Its owner's role, this month",
    'server-day': 'The server, today', 'server-month': 'The server, this month',
  } satisfies Record<CapKind, string>,
}

export type CostWords = typeof english

export const costWords: Record<Language, CostWords> = {
  en: english,
  zh: {
    time: (seconds) => seconds < 90 ? `${round(seconds)} 秒` : `${(seconds / 60).toFixed(1)} 分钟`,
    reserved: (sum) => `正在做的另留了 ${sum}`, free: '都在本机完成，除了时间不花钱。',
    shared: '其中有些别的片子也要过，只做了一次，两边都列出。',
    unknown: (count) => `有 ${count} 项价格未知；计入上限时每项按 $0.50 算。`, notKnown: '价格未知',
    bySteps: '按步骤', byShots: '按镜头', byPeople: '按谁要的', byModels: '按模型', more: (count) => `还有 ${count} 个`,
    of: (spoken, allowed) => `${spoken} / ${allowed}`, picture: '片子的花费（条形图）',
    caps: {
      'film': '这部片子', 'person-day': '片主今天', 'person-month': '片主本月', 'role-day': '片主所在身份组今天', 'role-month': '片主所在身份组本月', 'server-day': '服务器今天', 'server-month': '服务器本月',
    },
  },
}

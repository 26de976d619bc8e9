import type { Script } from '../film/script.ts'

type Written = Pick<Script, 'title' | 'author' | 'language' | 'acts'> & { cast: readonly { name: string }[] } & Partial<Pick<Script, 'logline' | 'mood' | 'era' | 'look'>>

/** The script as a page to read and to change; `readScript` reads back its title, author, names, acts, places and beats. */
export function scriptMarkdown(script: Written): string {
  const zh = script.language === 'zh'
  const colon = zh ? '：' : ': '
  const field = (name: string, value: string | null | undefined) => (value ? [`- **${name}**${colon}${hide(value)}`] : [])
  const [open, close] = zh ? ['（', '）'] : ['(', ')']
  const direction = (action: string) => `${open}${hide(action)}${close}`
  const acts = script.acts.flatMap((act, index) => [
    '',
    `## ${actNumber.test(act.title) ? act.title : `${zh ? `第${numeral(index + 1)}幕：` : `Act ${index + 1}: `}${hide(act.title)}`}`,
    '',
    ...field(zh ? '场景' : 'Place', act.place),
    ...act.beats.flatMap(({ action, line }) => {
      if (!line) return action ? [`- ${direction(action)}`] : []
      return [`- ${hide(line.speaker ?? (zh ? '旁白' : 'NARRATOR'))}${colon}${hide(line.text)}${action && action !== line.text ? `${zh ? '' : ' '}${direction(action)}` : ''}`]
    }),
  ])
  return [
    `# ${hide(script.title)}`,
    '',
    ...field(zh ? '作者' : 'Author', script.author),
    ...field(zh ? '人物' : 'Characters', script.cast.map(({ name }) => name).join(zh ? '、' : ', ')),
    ...field(zh ? '简介' : 'Logline', script.logline),
    ...field(zh ? '基调' : 'Mood', script.mood),
    ...field(zh ? '年代' : 'Era', script.era),
    ...field(zh ? '风格' : 'Look', script.look),
    ...acts,
    '',
  ].join('\n')
}

/** Brackets, line ends and marks that open something else are written so that they stay words. */
const hide = (text: string) =>
  text
    .replace(/&(?=#\d{1,6};)/g, '&#38;')
    .replace(/<(?=br\s*\/?>)/gi, '&#60;')
    .replace(/[()（）[\]【】]|^[*_#`>~@!.=《-]|\/(?=\*)|\*(?=\*|$)|[*_》#]$|^\s|\s$|\s(?=\s)|[\r\u2028\u2029]/g, (mark) => (mark === '\n' ? '<br>' : code(mark)))
    .replace(/\n/g, '<br>')
const code = (mark: string) => `&#${mark.charCodeAt(0)};`

/** What is called no more than its number is not numbered twice. */
const actNumber = /^(?:第[一二三四五六七八九十\d]{1,4}幕|Act \d{1,3})$/

const digits = '一二三四五六七八九'
function numeral(value: number): string {
  if (value > 99) return String(value)
  const tens = Math.floor(value / 10)
  return `${tens > 1 ? digits[tens - 1] : ''}${tens > 0 ? '十' : ''}${value % 10 ? digits[(value % 10) - 1] : ''}`
}

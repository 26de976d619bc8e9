import { fold } from './phrase-book.ts'

export const columnNames = {
  number: '分镜, 分镜号, 分镜编号, 镜号, 镜头号, 镜头编号, 镜头, 镜, 序号, 编号, 号, shot, shot no, shot number, shot #, shot id, no, nr, number, num, #, id, scene no, scene number',
  size: '景别, 景, 镜头景别, 画幅景别, size, shot size, framing, frame, shot type, type, shot scale, scale',
  move: '运镜, 运镜方式, 镜头运动, 运动, 机位运动, 摄法, 拍摄方式, 拍摄手法, 镜头语言, 运动方式, move, movement, camera, camera move, camera movement, motion, camera motion',
  angle: '机位, 角度, 拍摄角度, 镜头角度, 视角, angle, camera angle, camera position',
  scene: '场景描述, 场景, 情节, 剧情, 原文, 文案, scene, scene description, story, action, beat',
  picture: '画面描述, 画面, 画面内容, 内容, 描述, 镜头内容, visual, visuals, visual description, description, picture, image, content, what we see, video',
  line: '台词, 旁白, 对白, 解说, 解说词, 配音, 字幕, 旁白/台词, 台词/旁白, 对白/旁白, line, lines, dialogue, dialog, voice-over, voiceover, voice over, vo, v.o, narration, spoken, audio line',
  seconds: '时长, 时间, 秒, 秒数, 时长(秒), 时长/秒, 长度, 预计时长, duration, seconds, secs, sec, s, time, length, duration (s), duration (sec), duration (seconds), dur',
  transition: '转场, 转场方式, 过渡, 切换, 衔接, transition, transitions, transition in, join',
  music: '音乐, 配乐, 音效, 声音, 背景音乐, 音乐/音效, music, sound, audio, score, sfx, sound effects, bgm',
  prompt: '提示词, 提示, ai提示词, 文生图提示词, 英文提示词, prompt, prompts, image prompt, ai prompt',
  seed: '种子, 随机种子, seed',
  notes: '备注, 说明, 注, 注释, notes, note, comment, comments, remarks',
} as const

export type Column = keyof typeof columnNames

const byName = new Map(
  Object.entries(columnNames).flatMap(([column, names]) => names.split(', ').map((name) => [plain(name), column as Column] as const)),
)

/** The meaning of each header cell, or null when the row is no storyboard header. The first of two equal meanings wins. */
export function columnsOf(header: readonly string[]): (Column | null)[] | null {
  const meanings = header.map((cell) => byName.get(plain(cell)) ?? null)
  const columns = meanings.map((column, index) => (meanings.indexOf(column) === index ? column : null))
  const has = (...wanted: Column[]) => wanted.some((column) => columns.includes(column))
  const told = has('scene', 'picture', 'line', 'prompt')
  const filmed = has('size', 'move')
  return (filmed && (told || has('number'))) || (has('number') && told) ? columns : null
}

function plain(name: string): string {
  return fold(name).replace(/[*_`\s:.\-]+/g, '').replace(/["“”]/g, '')
}

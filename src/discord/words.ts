import type { Language } from '../film/brief.ts'

/** What messages in Discord say beyond their cards. Labels are short: a phone shows about 34 letters of a row's buttons. */
const english = {
  ideas: 'Choose an idea', surprise: 'Surprise me', surpriseHint: 'The crew picks one', more: 'More ideas', sayMore: 'Say more …',
  lockScript: 'Lock the script', note: 'Note', greenlight: 'Greenlight', back: 'Back', next: 'Next',
  page: (page: number, pages: number) => `page ${page} of ${pages}`,
  scriptBelow: 'The whole script is in the file.', boardBelow: 'The whole table is in the file; change it and bring it again, if you like.',
  cast: 'Cast: ', quote: (line: string) => `“${line}”`, seed: 'seed', seconds: (seconds: string) => `${seconds} s`, take: (take: number) => `take ${take}`,
  approve: 'Approve', approved: 'Approved', remix: 'Remix', animate: 'Animate', redraw: 'Draw again', circle: 'Circle', circled: 'Circled', retake: 'Retake',
  fixes: { restoreFaces: 'Restore faces', replaceBackground: 'Replace the background …', upscale: 'Upscale', syncLips: 'Sync lips to the line', inpaint: 'Repaint a part …' },
  move: 'Move', fix: 'Fix', frame: 'frame', candidates: 'candidates',
  stage: {
    drawing: 'drawing', choosing: 'A letter shows one large · ✅ keeps it for later · 🎬 films it now', chosen: '✅ keeps this frame for later · 🎬 films it now',
    approved: 'Approved, not yet filmed.', filming: 'filming', take: '', circled: 'Circled',
  },
  about: (time: string) => `about ${time}`, minutes: 'min', waiting: 'waiting',
  lockPicture: 'Picture lock', master: 'The master',
  fitProxy: (height: number) => `A smaller copy (${height}p), to fit this server's upload limit.`,
  fitParts: (parts: number) => `Too large for one file here: it follows in ${parts} parts.`,
  fitNothing: 'Too large to be posted here.',
  chapters: 'Chapters', credits: 'Made with Redcliff, here in this thread.',
  approveAll: 'Approve all that is open', cancel: 'Cancel', openQuestions: 'Waiting for you: ', and: (more: number) => `and ${more} more`,
  phase: {
    new: 'Setting up', opening: 'Reading', pitch: 'Ideas', script: 'Script', board: 'Storyboard', shooting: 'Shooting', cut: 'The cut', locked: 'Finishing', delivered: 'Done', cancelled: 'Cancelled',
  },
  craft: {
    treatments: 'ideas', script: 'script', storyboard: 'storyboard', direct: 'note', draw: 'panel', speak: 'voice', compose: 'score', animate: 'clip', titles: 'titles', mix: 'mix', fix: 'repair', export: 'export', assemble: 'cut', deliver: 'delivery',
  } as Record<string, string>,
  intoFilm: 'Into a film',
  talk: { chatter: '', status: '**/status** shows what waits for whom.', cost: '**/cost** has the figures.', help: '**/help** has more.' },
  modal: {
    noteTitle: 'Note', noteAbout: (shot: string) => `Note on shot ${shot}`, noteLabel: 'What should change?', noteHint: 'In your own words: «2.4: more ships, slower push, dusk».',
    sayMoreTitle: 'Say more', sayMoreLabel: 'What film do you have in mind?', sayMoreHint: 'Who, where, when, how it should feel; or a poem, a scene, a whole text.',
    remixTitle: (shot: string) => `Remix shot ${shot}`, picture: 'What is seen', size: 'Shot size', move: 'Camera move', seconds: 'Seconds', secondsHint: 'such as 4.5',
    upload: 'Your own picture', uploadHint: 'Becomes the frame itself. Only to lean on: end the words above with --ref',
    secondsTitle: (shot: string) => `Length of shot ${shot}`,
    dropTitle: (shot: string) => `Drop shot ${shot}?`, dropText: 'It leaves the storyboard and the film. «Undo» brings it back.',
    cancelTitle: 'Cancel this production?', cancelText: 'What is being made stops. What was made is kept.',
    backgroundLabel: 'What is behind them now?', inpaintLabel: 'What shall be there?', maskLabel: 'The mask', maskHint: 'A PNG of the same size, transparent where something new shall be.',
    varyTitle: 'Remix', prompt: 'Prompt', promptHint: 'Flags too: -camera pan right -motion 2 -ar 9:16',
  },
  deleteText: (title: string) => `Delete «${title}», with every picture, clip and message of it? This cannot be undone.`, deleteSure: 'Delete all of it',
  wrong: {
    size: (value: string, list: string) => `«${value}» is no shot size. Allowed are: ${list}.`,
    move: (value: string, list: string) => `«${value}» is no camera move. Allowed are: ${list}.`,
    seconds: (value: string) => `«${value}» is no length of a shot. Write seconds from 0.5 to 600, such as 4.5, «6 s» or 0:06.`,
    empty: 'There were no words in it, so nothing was sent.', long: (most: number) => `That is too long: at most ${most.toLocaleString('en')} characters fit. Attach it as a text file instead.`,
  },
}

const chinese: typeof english = {
  ideas: '选一个创意', surprise: '随便来一个', surpriseHint: '由剧组决定', more: '再想几个', sayMore: '多说几句……',
  lockScript: '锁定剧本', note: '提意见', greenlight: '开拍', back: '上一页', next: '下一页',
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
  scriptBelow: '完整剧本见附件。', boardBelow: '完整分镜表见附件；可以改好再发回来。',
  cast: '人物：', quote: (line) => `「${line}」`, seed: '种子', seconds: (seconds) => `${seconds} 秒`, take: (take) => `第 ${take} 条`,
  approve: '定稿', approved: '已定稿', remix: '改一改', animate: '拍摄', redraw: '重画', circle: '这条过', circled: '已通过', retake: '再来一条',
  fixes: { restoreFaces: '修复人脸', replaceBackground: '换背景…', upscale: '放大清晰', syncLips: '对口型', inpaint: '局部重绘…' },
  move: '运镜', fix: '微调', frame: '画面', candidates: '备选画面',
  stage: {
    drawing: '绘制中', choosing: '点字母看大图 · ✅ 先定下，以后拍 · 🎬 现在就拍', chosen: '✅ 先定下这一幅 · 🎬 现在就拍',
    approved: '已定稿，还没拍。', filming: '拍摄中', take: '', circled: '已通过',
  },
  about: (time) => `约 ${time}`, minutes: '分钟', waiting: '排队中',
  lockPicture: '定剪', master: '母版',
  fitProxy: (height) => `这是 ${height}p 的小样，以符合本服务器的上传上限。`,
  fitParts: (parts) => `单个文件放不下，分 ${parts} 段发在下面。`,
  fitNothing: '文件太大，发不到这里。',
  chapters: '章节', credits: '由 Redcliff 在这个子区里制作。',
  approveAll: '待定的全部通过', cancel: '取消', openQuestions: '等你决定：', and: (more) => `还有 ${more} 个`,
  phase: { new: '准备中', opening: '阅读中', pitch: '创意', script: '剧本', board: '分镜', shooting: '拍摄中', cut: '粗剪', locked: '收尾', delivered: '完成', cancelled: '已取消' },
  craft: { treatments: '创意', script: '剧本', storyboard: '分镜', direct: '意见', draw: '画面', speak: '配音', compose: '配乐', animate: '镜头', titles: '片头片尾', mix: '混音', fix: '修补', export: '打包', assemble: '剪辑', deliver: '交付' },
  intoFilm: '加进影片',
  talk: { chatter: '', status: '**/status** 能看到什么在等谁。', cost: '明细见 **/cost**。', help: '更多见 **/help**。' },
  modal: {
    noteTitle: '提意见', noteAbout: (shot) => `对镜头 ${shot} 的意见`, noteLabel: '想改什么？', noteHint: '用自己的话说：「2.4：多几条船，推慢一点，黄昏」。',
    sayMoreTitle: '多说几句', sayMoreLabel: '想拍怎样的片子？', sayMoreHint: '谁、在哪、什么时候、什么感觉；也可以是一首诗、一场戏、一整篇文字。',
    remixTitle: (shot) => `改镜头 ${shot}`, picture: '画面里有什么', size: '景别', move: '运镜', seconds: '时长（秒）', secondsHint: '例如 4.5',
    upload: '自己的图', uploadHint: '直接用作画面；如只作参考，请在上面的文字末尾写 --ref',
    secondsTitle: (shot) => `镜头 ${shot} 的时长`,
    dropTitle: (shot) => `删掉镜头 ${shot}？`, dropText: '它会离开分镜和影片；说「撤销」可以找回。',
    cancelTitle: '取消这部片子？', cancelText: '正在做的会停下，做好的都留着。',
    backgroundLabel: '背景换成什么？', inpaintLabel: '那里要画什么？', maskLabel: '遮罩', maskHint: '同样大小的 PNG，要重画的地方透明。',
    varyTitle: '改一改', prompt: '提示词', promptHint: '参数也写在这里：-camera pan right -motion 2 -ar 9:16',
  },
  deleteText: (title) => `删除《${title}》，连同所有画面、镜头和消息？删除后无法恢复。`, deleteSure: '全部删除',
  wrong: {
    size: (value, list) => `没有「${value}」这种景别。可用的有：${list}。`,
    move: (value, list) => `没有「${value}」这种运镜。可用的有：${list}。`,
    seconds: (value) => `「${value}」不是镜头时长。请写 0.5 到 600 之间的秒数，例如 4.5、「6 秒」或 0:06。`,
    empty: '里面没有文字，所以什么都没发出。', long: (most) => `太长了：最多 ${most.toLocaleString('en')} 个字符。请改用文本附件。`,
  },
}

export type DiscordWords = typeof english
export const discordWords: Record<Language, DiscordWords> = { en: english, zh: chinese }

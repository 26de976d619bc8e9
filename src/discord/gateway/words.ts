import type { Language } from '../../film/brief.ts'

const english = {
  foreign: 'This button is from another time and does nothing any more. /shot and /status bring the live ones.',
  gone: 'This film has been deleted.',
  broken: (id: string) => `Something broke on our side, not yours. Nothing is lost; please try again in a moment. If it stays so, tell whoever runs this bot the number ${id}.`,
  noShot: (shot: string) => `There is no shot ${shot} any more. /storyboard shows those that there are.`,
  noCard: 'There is nothing to show here yet.',
  sent: 'Noted. The answer comes in the thread.',
  mending: (shot: string) => `Shot ${shot} is being mended. It becomes a new take; the old one stays.`,
  noReference: 'The sketch artist of this machine cannot work from a reference. Leave out --ref, and your picture becomes the frame itself.',
  takeNote: 'Take this note',
  taken: 'Taken.',
  takenBefore: 'This note was taken already.',
  noteGone: 'This note has been deleted, so there is nothing to take.',
  noteEmpty: 'I cannot read this note: without the message content intent I only see what mentions me. Say it with /say.',
  textFile: (name: string) => `To make a film of «${name}»: open the message's menu → Apps → «Make this a film», or bring the file with /film. To change this film, say what should change.`,
  pictureWhere: 'Which shot is this picture for? Reply with it to the shot\'s message, or press 🔀 Remix there.',
  pictureTaken: (shot: string) => `Your picture is the frame of shot ${shot} now.`,
  otherFile: (name: string) => `I cannot use «${name}» here. A picture (PNG, JPEG, WebP, GIF) can become a shot's frame; a text or a table can become a film with /film.`,
  onlyHere: 'Here, notes are for the film\'s crew.',
  sameChild: (link: string | null) => link ? `You have it already: ${link}` : 'It is being made already; it will be posted here.',
  deleted: (files: number) => `Deleted, with ${files} files.`,
}

const chinese: typeof english = {
  foreign: '这个按钮是以前的，已经不起作用了。用 /shot 和 /status 可以调出新的。',
  gone: '这部片子已经删除了。',
  broken: (id) => `我们这边出了点问题，不是你的错。什么都没丢，请稍后再试。如果一直这样，请把编号 ${id} 告诉管理这个机器人的人。`,
  noShot: (shot) => `已经没有镜头 ${shot} 了。用 /storyboard 看看现有的镜头。`,
  noCard: '这里还没有可以看的东西。',
  sent: '记下了，答复会发在子区里。',
  mending: (shot: string) => `镜头 ${shot} 正在修，修好是新的一条，原来那条还在。`,
  noReference: '这台机器上的画师不会参考别的图。去掉 --ref，你的图就会直接作为画面。',
  takeNote: '采纳这条意见',
  taken: '已采纳。',
  takenBefore: '这条意见已经采纳过了。',
  noteGone: '这条消息已经删除，没法采纳了。',
  noteEmpty: '我读不到这条消息：没有「消息内容」权限时，我只看得到提到我的消息。请用 /say 说。',
  textFile: (name) => `想把「${name}」拍成片子：打开这条消息的菜单 → APP → 「拍成影片」，或者用 /film 附上这个文件。想改这部片子，直接说要改什么就行。`,
  pictureWhere: '这张图是给哪个镜头的？请用它回复那个镜头的消息，或者在那里点 🔀。',
  pictureTaken: (shot) => `你的图现在就是镜头 ${shot} 的画面了。`,
  otherFile: (name) => `「${name}」在这里用不上。图片（PNG、JPEG、WebP、GIF）可以作为镜头画面；文本或表格可以用 /film 拍成片子。`,
  onlyHere: '在这里，意见由剧组的人来提。',
  sameChild: (link) => link ? `已经有了：${link}` : '已经在做了，好了会发在这里。',
  deleted: (files) => `已删除，包括 ${files} 个文件。`,
}

export const gatewayWords: Record<Language, typeof english> = { en: english, zh: chinese }

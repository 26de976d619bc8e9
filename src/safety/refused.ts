import { z } from 'zod'
import type { Language } from '../film/brief.ts'

/** What a rule is about. Ours and a moderation's categories come down to these. */
export const kinds = ['minors', 'sexual', 'self-harm', 'weapons', 'hate', 'gore', 'person', 'other'] as const
export type RefusedKind = (typeof kinds)[number]

/** `where` it was met: a person's words, a picture that was brought, what a model wrote, or what was made. */
export const Refused = z.object({
  kind: z.enum(kinds),
  where: z.enum(['words', 'picture', 'written', 'made']),
  /** The name of a person, where that is what it is about. */
  name: z.string().optional(),
  /** What was made has been thrown away before, and was asked for again. */
  gone: z.boolean().optional(),
})
export type Refused = z.infer<typeof Refused>

/** Kindly: what it is about, and what to change. Nobody is accused; a rule can be wrong. */
export function sayRefused({ kind, where, name, gone }: Refused, language: Language): string {
  const say = words[language]
  if (gone) return say.gone
  return [say.where[where](kind === 'person' && name ? say.person(name) : say.kinds[kind]), where === 'made' ? say.instead.made : say.instead[kind]].join(language === 'zh' ? '' : ' ')
}

const english = {
  kinds: {
    minors: 'sexual content with a minor', sexual: 'sexual content', 'self-harm': 'instructions for hurting oneself', weapons: 'instructions for weapons that kill many', hate: 'threats against a group of people',
    gore: 'gore', person: 'a real person', other: 'content that is not allowed here',
  } satisfies Record<RefusedKind, string>,
  person: (name: string) => `a real person (${name})`,
  where: {
    words: (kind: string) => `This was not made, because its words were taken for ${kind}.`,
    picture: (kind: string) => `This was not made, because the picture it starts from was taken for ${kind}.`,
    written: (kind: string) => `What the writer wrote for this was taken for ${kind}, and is not used.`,
    made: (kind: string) => `What came out was taken for ${kind}. It is not shown, and was deleted.`,
  },
  instead: {
    minors: 'That is never made here. Tell the story without it.', sexual: 'Tell it with a look, a closed door, the morning after.',
    'self-harm': 'Show who is left, or who helps, not how it is done. If this is about you: please talk to somebody you trust, or call your local helpline.',
    weapons: 'Show the deed and what comes of it, not how it is built.', hate: 'Let the story show what the hatred does, without calling for it.', gore: 'Show the faces of those who see it.',
    person: 'Give the part to a character of your own, with another name. People of history are welcome.', other: 'Say it in other words.', made: 'Change the words of the shot a little and draw it again.',
  } satisfies Record<RefusedKind | 'made', string>,
  gone: 'What was made for this is gone: it was taken for something that is not allowed, and deleted. Change the words of the shot a little and draw it again.',
}

const chinese: typeof english = {
  kinds: { minors: '涉及未成年人的色情内容', sexual: '色情内容', 'self-harm': '自我伤害的具体方法', weapons: '大规模杀伤武器的制作方法', hate: '对某个群体的威胁', gore: '过于血腥的画面', person: '真实人物', other: '这里不允许的内容' },
  person: (name) => `真实人物（${name}）`,
  where: {
    words: (kind) => `这一条没有做，因为文字被判断为${kind}。`,
    picture: (kind) => `这一条没有做，因为所用的图片被判断为${kind}。`,
    written: (kind) => `编剧为此写的内容被判断为${kind}，没有采用。`,
    made: (kind) => `做出来的画面被判断为${kind}，没有展示，已经删除。`,
  },
  instead: {
    minors: '这样的内容在这里永远不做，请换一种讲法。', sexual: '可以用一个眼神、一扇关上的门、第二天的清晨来讲。',
    'self-harm': '可以拍留下的人、伸手的人，而不是怎么做。如果这与你自己有关，请和信任的人谈谈，或拨打当地的心理援助热线。',
    weapons: '可以拍事件和它的后果，而不是怎么造出来。', hate: '可以让故事呈现仇恨带来什么，而不是去号召。', gore: '可以拍目睹者的脸。',
    person: '请换成你自己的角色、另起名字；历史人物没有问题。', other: '请换一种说法。', made: '请稍微改一下这个镜头的文字，再画一次。',
  },
  gone: '为此做的东西已经不在了：它被判断为不允许的内容，已经删除。请稍微改一下这个镜头的文字，再画一次。',
}

const words: Record<Language, typeof english> = { en: english, zh: chinese }

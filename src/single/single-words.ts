import type { Language } from '../film/brief.ts'

const english = {
  picture: 'picture',
  clip: 'clip',
  untitled: 'A moving picture',
  drawing: 'drawing',
  choosing: 'pick a frame, and it is filmed',
  filming: 'filming',
  frame: 'Frame',
  discarded: 'Discarded.',
  seed: 'seed',
  missed: 'Not drawn, because it was not understood:',
  neg: (words: string) => `-neg ${words}: things can be kept out of the picture; colours and qualities cannot.`,
  sameAgain: 'The same picture under the same camera gives the same clip. Change the -camera to see another.',
  trouble: 'Something went wrong:',
  retry: 'Try again',
  said: {
    'stale': 'That was for other pictures; the newest are shown.',
    'already-picked': 'That frame is already picked.',
    'no-such-frame': 'There is no such frame.',
    'already-open': 'This is already being made.',
    'discarded': 'This one was discarded; nothing can be done with it any more.',
    'not-here': 'That cannot be done with a single shot.',
  } as Record<string, string>,
}

const chinese: typeof english = {
  picture: '画面',
  clip: '片段',
  untitled: '一张会动的图',
  drawing: '绘制中',
  choosing: '选一幅，就开拍',
  filming: '拍摄中',
  frame: '画面',
  discarded: '已丢弃。',
  seed: '种子',
  missed: '没看懂、因此没画的：',
  neg: (words) => `-neg ${words}：可以让某样东西不出现，颜色和质感做不到。`,
  sameAgain: '同一张图、同一个运镜，拍出来还是一样。换一个 -camera 再看。',
  trouble: '出了点问题：',
  retry: '再试一次',
  said: {
    'stale': '那是另一组画面的，现在显示的是最新的。',
    'already-picked': '这幅已经选了。',
    'no-such-frame': '没有这幅画面。',
    'already-open': '已经在做了。',
    'discarded': '这一条已经丢弃，不能再动了。',
    'not-here': '单个镜头没有这一步。',
  },
}

export type SingleWords = typeof english
export const singleWords: Record<Language, SingleWords> = { en: english, zh: chinese }

import { type TransitionName, transitions } from '../film/transition.ts'
import { phraseBook } from './phrase-book.ts'

/** The transition named in the text, or null. */
export const parseTransition = (text: string): TransitionName | null => findTransitions(text)[0]?.value ?? null

export const findTransitions = phraseBook<TransitionName>([
  ['cut', 'cut, cut to, hard cut, straight cut, jump cut, smash cut, match cut, j cut, l cut, 切, 硬切, 直切, 跳切, 切入, 切换, 匹配剪辑, 无转场'],
  ['dissolve', 'dissolve, cross dissolve, crossdissolve, cross fade, crossfade, lap dissolve, mix, 叠化, 溶, 溶解, 溶接, 化, 渐变, 交叉溶解, 叠'],
  ['wipe', 'wipe, wipes, 划像, 划, 划变, 擦除'],
  ['dip-to-black', 'dip to black, dip, fade through black, fade to black, fade out, fade out in, 黑场, 过黑, 渐黑, 闪黑, 淡出, 淡出淡入, 淡入淡出, 黑屏'],
  ['fade', 'fade, fade in, fade up, fade from black, 淡入, 渐显, 渐入'],
])

export const transitionName = (transition: TransitionName, language: 'zh' | 'en') =>
  transitions.find(({ name }) => name === transition)?.[language] ?? transition
export const transitionList = () => transitions.map(({ en, zh }) => `${en} ${zh}`).join(', ')

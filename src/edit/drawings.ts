import type { drawCaption } from './captions/draw-caption.ts'
import type { drawCandidates } from './contact-sheet.ts'
import type { drawSheet } from './storyboard-sheet.ts'
import type { drawCredits } from './titles/draw-credits.ts'
import type { drawTitle } from './titles/draw-title.ts'

/** What the drawing thread can draw, each loaded when first asked for. */
export const drawings = {
  caption: async () => (await import('./captions/draw-caption.ts')).drawCaption,
  candidates: async () => (await import('./contact-sheet.ts')).drawCandidates,
  sheet: async () => (await import('./storyboard-sheet.ts')).drawSheet,
  title: async () => (await import('./titles/draw-title.ts')).drawTitle,
  credits: async () => (await import('./titles/draw-credits.ts')).drawCredits,
}

/** The same, by what they are given and what they give: data, so that it crosses to a thread. */
export type Drawings = {
  caption: typeof drawCaption
  candidates: typeof drawCandidates
  sheet: typeof drawSheet
  title: typeof drawTitle
  credits: typeof drawCredits
}

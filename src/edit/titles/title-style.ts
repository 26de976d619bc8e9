import type { Look } from '../../film/look.ts'
import { brushFonts, textFonts } from '../fonts.ts'

/** How a look sets its words. */
export type TitleStyle = { paper: string; shade: string; ink: string; soft: string; accent: string; fonts: string; weight: number; ground: 'xuan' | 'sketch' | 'beam' | 'strokes' | 'bands' }

export const titleStyles: Record<Look, TitleStyle> = {
  'ink-wash': { paper: '#efe7d6', shade: '#d9cdb4', ink: '#1d1a17', soft: '#5d554a', accent: '#a32a1e', fonts: brushFonts, weight: 400, ground: 'xuan' },
  pencil: { paper: '#f6f4ee', shade: '#e6e2d6', ink: '#2e2e30', soft: '#7b7b7e', accent: '#6d6d70', fonts: brushFonts, weight: 400, ground: 'sketch' },
  flat: { paper: '#f4a259', shade: '#1d3f58', ink: '#fff8ea', soft: '#ffe9cf', accent: '#1d3f58', fonts: textFonts, weight: 600, ground: 'bands' },
  noir: { paper: '#17171a', shade: '#000000', ink: '#f2efe8', soft: '#a9a6a0', accent: '#f2efe8', fonts: textFonts, weight: 600, ground: 'beam' },
  gouache: { paper: '#3f5b57', shade: '#24403f', ink: '#fbeed3', soft: '#e2c99a', accent: '#d9793d', fonts: textFonts, weight: 600, ground: 'strokes' },
}

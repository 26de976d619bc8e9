/** Where things lie on a storyboard page, in pixels of the picture. */
export type Page = {
  width: number
  height: number
  margin: number
  /** Indexes of the shots on it, and the place of each. */
  cells: { index: number; panel: Box; text: Box; gutter: number }[]
}
export type Box = { x: number; y: number; width: number; height: number }

const width = 3000
const margin = 96
const gutter = 66
export const headHeight = 236
const footHeight = 70
const mostOnPage = 20

/** Few shots hang large: a page half empty looks like a film half drawn. */
const columnsFor = (shots: number, aspect: number) => (shots <= 2 ? 2 : shots === 3 ? 3 : shots === 4 ? (aspect > 1.05 ? 2 : 4) : shots <= 6 ? 3 : shots <= 8 ? 4 : 5)

/** Pages as even as possible. A wide panel has its words under it, a tall one beside it. */
export function layOut(shots: number, aspect: number, wantedColumns?: number): Page[] {
  const columns = wantedColumns ?? columnsFor(shots, aspect)
  const most = Math.max(columns, Math.floor(mostOnPage / columns) * columns)
  const pages = Math.ceil(shots / most)
  const perPage = Math.ceil(Math.ceil(shots / pages) / columns) * columns
  const cellWidth = (width - 2 * margin - (columns - 1) * gutter) / columns
  const beside = aspect <= 1.05
  const panel = beside
    ? { width: cellWidth * (aspect < 0.8 ? 0.5 : 0.56), height: cellWidth * (aspect < 0.8 ? 0.5 : 0.56) / aspect }
    : { width: cellWidth, height: cellWidth / aspect }
  const cellHeight = beside ? Math.max(panel.height, 400) + 64 : panel.height + 318
  return Array.from({ length: pages }, (_, page) => {
    const here = Array.from({ length: Math.min(perPage, shots - page * perPage) }, (_, place) => place)
    const rows = pages > 1 ? perPage / columns : Math.ceil(here.length / columns)
    return {
      width,
      height: Math.round(margin * 0.7 + headHeight + rows * cellHeight + footHeight),
      margin,
      cells: here.map((place) => {
        const x = margin + (place % columns) * (cellWidth + gutter)
        const y = margin * 0.7 + headHeight + Math.floor(place / columns) * cellHeight
        return {
          index: page * perPage + place,
          panel: { x, y, ...panel },
          text: beside ? { x: x + panel.width + 22, y, width: cellWidth - panel.width - 22, height: cellHeight - 40 } : { x, y: y + panel.height + 12, width: cellWidth, height: cellHeight - panel.height - 40 },
          gutter,
        }
      }),
    }
  })
}

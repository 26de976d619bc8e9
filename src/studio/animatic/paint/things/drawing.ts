import type { Pen } from '../pen.ts'

/** How one kind of thing is drawn: in a space one high, standing on (0, 0); `air` things are centred on it. */
export type Drawing = {
  /** Its height beside a person of 1. */
  tall: number
  /** Width over height, to keep it inside the frame. */
  wide: number
  air?: boolean
  draw(pen: Pen, kind: string): void
}

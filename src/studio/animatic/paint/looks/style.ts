import type { Look } from '../../../../film/look.ts'
import type { Rgb } from '../colour.ts'
import type { Pen } from '../pen.ts'
import type { Box, Point, Shape } from '../shape.ts'

/** The colours of one look at one hour, from the sky to the nearest leaf. */
export type Light = {
  dark: boolean
  /** Zenith, middle, horizon. */
  sky: readonly [Rgb, Rgb, Rgb]
  /** The disc of the sun or moon, and the air around it. */
  disc: Rgb
  halo: Rgb
  /** Land by distance. */
  far: Rgb
  mid: Rgb
  near: Rgb
  fore: Rgb
  /** At the horizon, at our feet. */
  water: readonly [Rgb, Rgb]
  glint: Rgb
  mist: Rgb
  ink: Rgb
  paper: Rgb
  accent: Rgb
  lamp: Rgb
  /** The colour that the hour lays over everything, and how thickly. */
  ambient: Rgb
  ambience: number
  /** Which side the light comes from: -1 left, 1 right. */
  side: 1 | -1
}

export type Manner = {
  /** 0…1: how far the lower part dissolves into mist. */
  fade?: number
  texture?: 'none' | 'rock' | 'cloth' | 'leaf' | 'wood' | 'earth' | 'snow' | 'wall'
  /** false: no contour. 'top': only the crest. */
  edge?: boolean | 'top'
  /** Contour's weight, in the same unit as the shape. */
  weight?: number
}

/** A look is a handful of gestures; every drawing is made of them. */
export type Style = {
  name: Look
  light(hour: 'dawn' | 'day' | 'dusk' | 'night'): Omit<Light, 'side'>
  tint(colour: Rgb, light: Light): Rgb
  /** The empty sheet or wall behind everything: opaque. */
  ground(pen: Pen, box: Box, colours: readonly [Rgb, Rgb, Rgb], horizon: number): void
  mass(pen: Pen, shape: Shape, colour: Rgb, manner: Manner): void
  line(pen: Pen, points: Point[], width: number, colour: Rgb, alpha: number): void
  /** Grain, fibres, darkened corners: once, on the opaque layer. */
  finish(pen: Pen, box: Box): void
}

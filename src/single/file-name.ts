import type { SingleState } from './single-state.ts'

/** `boat_under_red_cliffs_seed3557373337.mp4`: people copy seeds from names. Plain ASCII, as uploads keep it. */
export function fileName({ request, drawn }: SingleState, ending: 'mp4' | 'png'): string {
  const words = [request.prompt, drawn?.words ?? ''].map(slug).find((each) => each.length > 2) ?? 'picture'
  return `${words}_seed${request.seed}.${ending}`
}

/** Whole words, about sixty letters. */
const slug = (text: string) =>
  text.normalize('NFKD').replace(/[\u0300-\u036f’']/g, '').toLowerCase().split(/[^a-z0-9]+/).filter(Boolean)
    .reduce((sum, word) => (sum.length + word.length > 60 ? sum : `${sum}_${word}`), '').slice(1)

import type { Api } from '../api.ts'
import type { ObjectInfo } from '../object-info.ts'
import type { Output } from '../tool.ts'

/** The nodes that give a result: what is saved before what is only shown, films before pictures. */
export function outputsOf(api: Api, objectInfo: ObjectInfo): Output[] {
  const found = Object.entries(api).flatMap(([node, { class_type: kind }]): (Output & { rank: number })[] => {
    for (const [pattern, result, rank] of kinds) if (pattern.test(kind)) return [{ node, kind: result, rank }]
    return objectInfo.get(kind)?.output_node && /save|output/i.test(kind) ? [{ node, kind: 'image', rank: 5 }] : []
  })
  return found.sort((one, other) => one.rank - other.rank).map(({ node, kind }) => ({ node, kind }))
}

const kinds = [
  [/^SaveVideo$|^VHS_VideoCombine$|^SaveWEBM$/, 'video', 0],
  [/^SaveAnimated(WEBP|PNG)$/, 'video', 1],
  [/^SaveImage/, 'image', 2],
  [/^SaveAudio/, 'sound', 2],
  [/^PreviewImage$/, 'image', 4],
  [/^PreviewAudio$/, 'sound', 4],
] as const

import type { PaidWork } from '../../../lab/work.ts'
import type { Drawn, DrawRequest } from '../../provider.ts'
import { remarksIn } from '../../remarks.ts'
import { orderTool, type Bench } from '../order-tool.ts'
import type { Tool } from '../tool.ts'

/** Each candidate is a run of its own with a seed of its own, so that it can be made again; the first shows whether the workflow goes at all. */
export const artist = (bench: Bench, toolFor: (model: string | undefined) => Tool) => async (request: DrawRequest, work: PaidWork): Promise<Drawn> => {
  const tool = toolFor(request.model)
  const { inputs } = tool.binding
  const count = inputs.seed ? request.count : 1
  const keeps = inputs.image?.length ?? 0
  const sorted = request.references.toSorted((one, other) => rank[one.of] - rank[other.of])
  const given = keeps ? { image: sorted.slice(0, keeps).map(({ picture }) => picture) } : {}
  const done = new Array<number>(count).fill(0)
  const draw = async (index: number) => {
    const seed = request.seed + index
    const progress: PaidWork['progress'] = (fraction, doing) => {
      done[index] = fraction
      work.progress(Math.min(1, done.reduce((sum, each) => sum + each, 0) / count), doing)
    }
    const { files: [file], asked } = await orderTool(bench, tool, `picture ${index + 1}`, { asked: { prompt: request.prompt, width: request.width, height: request.height, seed }, given }, { ...work, progress })
    progress(1)
    return { picture: file?.hash ?? '', width: file?.width ?? asked.width ?? request.width, height: file?.height ?? asked.height ?? request.height, seed }
  }
  const first = await draw(0)
  const others = await Promise.allSettled(Array.from({ length: count - 1 }, (_, index) => draw(index + 1)))
  const failed = others.find((each) => each.status === 'rejected')
  if (failed) throw failed.reason
  return {
    pictures: [first, ...others.flatMap((each) => each.status === 'fulfilled' ? [each.value] : [])],
    missed: sorted.slice(keeps).map(({ name }) => remarksIn(request.language).reference(name, tool.label, keeps)),
  }
}

const rank: Record<DrawRequest['references'][number]['of'], number> = { cast: 0, own: 1, previous: 2, look: 3 }

import { z } from 'zod'

/** What stands in the way of a workflow, as data, so that a surface can say it in its own words. */
export const Problem = z.object({
  kind: z.enum(['unreadable', 'too-big', 'missing-node', 'missing-model', 'denied', 'unresolved', 'made-in-browser', 'wrong-value', 'missing-input', 'no-output', 'unbound']),
  /** The node's id in the workflow, and its class. */
  node: z.string().optional(),
  class: z.string().optional(),
  input: z.string().optional(),
  value: z.string().optional(),
  /** The rest of the sentence, where there is one. */
  why: z.string().optional(),
})
export type Problem = z.infer<typeof Problem>

export function sayProblem(problem: Problem, language: 'zh' | 'en'): string {
  const { kind, node, input, value, why } = problem
  const what = problem.class ?? ''
  const at = node === undefined ? '' : language === 'zh' ? `（节点 ${node}）` : ` (node ${node})`
  const because = why === undefined ? '' : language === 'zh' ? `：${why}` : `: ${why}`
  const said: Record<Problem['kind'], [string, string]> = {
    unreadable: [`读不出工作流${because}`, `This cannot be read as a workflow${because}`],
    'too-big': [`工作流太大${because}`, `The workflow is too big${because}`],
    'missing-node': [`服务器上没有节点 ${what}${at}，请先安装它`, `The server has no node ${what}${at}. Install it there first`],
    'missing-model': [`服务器上没有模型 ${value}（${what} 的 ${input}）`, `The server has no model ${value} (${input} of ${what})`],
    denied: [`不允许使用节点 ${what}${at}${because}`, `The node ${what}${at} is not allowed${because}`],
    unresolved: [`节点 ${what}${at} 只在浏览器里起作用，无法转换${because}；请在 ComfyUI 里用「导出（API）」`, `The node ${what}${at} lives in the browser only and cannot be converted${because}. Use «Export (API)» in ComfyUI`],
    'made-in-browser': [`节点 ${what}${at} 的输入由浏览器生成，无法转换${because}；请在 ComfyUI 里用「导出（API）」`, `Inputs of ${what}${at} are made by the browser and cannot be converted${because}. Use «Export (API)» in ComfyUI`],
    'wrong-value': [`${what}${at} 的 ${input} 不能是 ${value}${because}`, `The ${input} of ${what}${at} cannot be ${value}${because}`],
    'missing-input': [`${what}${at} 缺少输入 ${input}`, `${what}${at} lacks its input ${input}`],
    'no-output': ['工作流没有输出图片或视频的节点', 'The workflow has no node that gives a picture or a clip'],
    unbound: [`没有找到 ${input} 放在哪里${because}`, `It is not clear where ${input} goes${because}`],
  }
  return said[kind][language === 'zh' ? 0 : 1] + (language === 'zh' ? '。' : '.')
}

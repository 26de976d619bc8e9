import type { Language } from '../../film/brief.ts'
import type { Role, ToolCapability } from '../../studio/comfyui/tool.ts'

type Words = {
  noServer: string; mayNot: string; unconfigured: string; away: string; gone: string; none: string
  unusable: (file: string) => string; fixable: string; read: (file: string) => string; paid: (nodes: string) => string; more: (count: number) => string
  confirm: string; title: string; name: string; capability: string; goes: (role: Role) => string; goesHint: string; goesWhere: string
  badName: string; taken: (name: string) => string; unknown: (place: string, possible: string) => string; notYet: string
  kept: (name: string, use: string, model: string) => string; replaced: string; unknownName: (name: string) => string; removed: (name: string) => string
  list: string; credits: string; exported: (name: string) => string
  capabilities: Record<ToolCapability, string>; roles: Partial<Record<Role, string>>
}

export const workflowWords: Record<Language, Words> = {
  en: {
    noServer: 'Workflows belong to a server. Use this in one.',
    mayNot: 'Workflows run on the machine behind this bot, so only somebody with «Manage Server» adds or removes them. Ask one of them.',
    unconfigured: 'No ComfyUI is connected here, so workflows cannot be read or run. Whoever runs the bot sets COMFYUI_URL, for example COMFYUI_URL=http://127.0.0.1:8188, and starts it again.',
    away: 'The ComfyUI server does not answer now, so the workflow cannot be checked. See that it runs, and try again.',
    gone: 'This workflow is not here any more. Drop it once more with /workflow add.',
    none: 'This server has no workflows of its own yet. /workflow add takes one: JSON from ComfyUI, or a picture or clip that ComfyUI made.',
    unusable: (file) => `**${file}** cannot become a tool yet:`, fixable: 'When that is put right, drop it again.',
    read: (file) => `**${file}** can become a tool. This is how it was understood:`,
    paid: (nodes) => `It spends comfy.org credits: ${nodes}.`, more: (count) => `… and ${count} more`,
    confirm: 'Check and name it', title: 'A workflow becomes a tool', name: 'Name', capability: 'What it is for',
    goes: (role) => ({ prompt: 'The prompt goes into', video: 'The clip goes into', seed: 'The seed goes into' } as Partial<Record<Role, string>>)[role] ?? 'The picture goes into',
    goesHint: 'node.input, several with commas; empty: left as it is', goesWhere: '6.text',
    badName: 'A name has letters, digits, spaces, dots, - and _, 60 at most, and begins with a letter or digit.',
    taken: (name) => `«${name}» is taken by a workflow that is not this server's. Choose another name.`,
    unknown: (place, possible) => `There is no «${place}» in this workflow. ${possible ? `Possible are: ${possible}.` : 'Nothing in it fits there; leave the field empty.'}`,
    notYet: 'It is not kept yet:',
    kept: (name, use, model) => `**${name}** is a tool of this server now, for: ${use}. Its model name is \`${model}\`.`, replaced: 'It takes the place of the one that had this name.',
    unknownName: (name) => `This server has no workflow «${name}». /workflow list shows those there are.`, removed: (name) => `**${name}** is removed. What it made stays.`,
    list: '### Workflows of this server', credits: 'comfy.org credits', exported: (name) => `**${name}**: drop this file with /workflow add on any server of Redcliff.`,
    capabilities: { draw: 'pictures', animate: 'clips from a picture', upscale: 'upscaling', restoreFaces: 'restoring faces', replaceBackground: 'replacing backgrounds', syncLips: 'lip sync', inpaint: 'painting a part anew' },
    roles: { prompt: 'prompt', negative: 'negative prompt', image: 'picture', lastImage: 'last frame', mask: 'mask', video: 'clip', sound: 'sound', seed: 'seed', width: 'width', height: 'height', frames: 'frames', fps: 'frame rate', seconds: 'seconds', steps: 'steps', factor: 'factor' },
  },
  zh: {
    noServer: '工作流是服务器的，请在服务器里用。',
    mayNot: '工作流要在机器人背后的机器上运行，所以只有能「管理服务器」的人可以添加或移除。请找他们帮忙。',
    unconfigured: '这里没有接 ComfyUI，读不了也跑不了工作流。请运行机器人的人设置 COMFYUI_URL（例如 COMFYUI_URL=http://127.0.0.1:8188）再重新启动。',
    away: 'ComfyUI 服务器现在没有回应，没法检查工作流。请确认它在运行，再试一次。',
    gone: '这个工作流已经不在了，请用 /workflow add 再拖一次。',
    none: '这个服务器还没有自己的工作流。用 /workflow add 加一个：ComfyUI 的 JSON，或 ComfyUI 生成的图片、视频。',
    unusable: (file) => `**${file}** 还不能变成工具：`, fixable: '处理好之后再拖进来就行。',
    read: (file) => `**${file}** 可以变成工具。读出来是这样：`,
    paid: (nodes) => `会消耗 comfy.org 点数：${nodes}。`, more: (count) => `……还有 ${count} 条`,
    confirm: '核对并起名', title: '工作流变成工具', name: '名字', capability: '用来做什么',
    goes: (role) => ({ prompt: '提示词放在', video: '视频放在', seed: '种子放在' } as Partial<Record<Role, string>>)[role] ?? '图片放在',
    goesHint: '节点.输入，多个用逗号隔开；留空则不改', goesWhere: '6.text',
    badName: '名字可以用文字、数字、空格、点、- 和 _，最多 60 个字，以文字或数字开头。',
    taken: (name) => `「${name}」这个名字已经被不属于本服务器的工作流用了，请换一个。`,
    unknown: (place, possible) => `工作流里没有「${place}」。${possible ? `可以填：${possible}。` : '里面没有合适的地方，请留空。'}`,
    notYet: '还没有保存：',
    kept: (name, use, model) => `**${name}** 现在是这个服务器的工具了，用于：${use}。模型名是 \`${model}\`。`, replaced: '它替换了原来同名的那个。',
    unknownName: (name) => `这个服务器没有工作流「${name}」。用 /workflow list 看看有哪些。`, removed: (name) => `**${name}** 已移除，它做出来的东西都还在。`,
    list: '### 这个服务器的工作流', credits: 'comfy.org 点数', exported: (name) => `**${name}**：在任何 Redcliff 服务器上用 /workflow add 拖进这个文件就能用。`,
    capabilities: { draw: '画面', animate: '图生视频', upscale: '放大', restoreFaces: '修脸', replaceBackground: '换背景', syncLips: '对口型', inpaint: '局部重画' },
    roles: { prompt: '提示词', negative: '负面提示词', image: '图片', lastImage: '尾帧', mask: '蒙版', video: '视频', sound: '声音', seed: '种子', width: '宽', height: '高', frames: '帧数', fps: '帧率', seconds: '秒数', steps: '步数', factor: '倍数' },
  },
}

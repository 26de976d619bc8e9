import type { ComfyServer } from '../../src/try/providers/comfyui/open-comfy-server.ts'
import type { OpenAiServer } from '../../src/try/providers/openai/open-openai-server.ts'
import type { ReplicateServer } from '../../src/try/providers/replicate/server.ts'

type Servers = { openai: OpenAiServer; replicate: ReplicateServer; comfyui: ComfyServer }

/** 429s, 500s, broken connections and time-outs, before an order was taken and after: one at each call. */
export function rainOn({ openai, replicate, comfyui }: Servers, random: () => number, note: (what: string) => void) {
  const after = () => random() < 0.5
  const faults: [what: string, fall: () => void][] = [
    ['openai 429', () => openai.fault({ kind: 'busy', retryAfter: 0.02 })],
    ['openai 500', () => openai.fault({ kind: 'broken', after: after() })],
    ['openai lost answer', () => openai.fault({ kind: 'drop', after: after() })],
    ['openai looks fail', () => openai.fault({ kind: 'blind', status: 500, times: 2 })],
    ['openai time-out', () => openai.fault({ kind: 'hang' })],
    ['replicate 429', () => replicate.fault({ kind: 'busy', retryAfter: 0.02 })],
    ['replicate 500', () => replicate.fault({ kind: 'broken', after: after() })],
    ['replicate lost answer', () => replicate.fault({ kind: 'drop', after: after() })],
    ['replicate looks fail', () => replicate.fault({ kind: 'broken', after: false, on: 'get' })],
    ['replicate file fails', () => replicate.fault({ kind: 'drop', after: true, on: 'file' })],
    ['replicate time-out', () => replicate.fault({ kind: 'hang' })],
    ['comfyui 429', () => comfyui.fault({ kind: 'busy', retryAfter: 0.02 })],
    ['comfyui 500', () => comfyui.fault({ kind: after() ? 'broken after' : 'broken before' })],
    ['comfyui lost answer', () => comfyui.fault({ kind: after() ? 'drop after' : 'drop before' })],
    ['comfyui file fails', () => comfyui.fault({ kind: 'broken before', path: /^GET \/view/ })],
  ]
  const fall = () => {
    const [what, begin] = faults[Math.floor(random() * faults.length)] ?? []
    begin?.()
    if (what) note(what)
  }
  return Object.assign(fall, {
    clear() {
      openai.fault(null)
      replicate.clearFaults()
      comfyui.fault(null)
    },
  })
}

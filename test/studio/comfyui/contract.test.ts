import { openComfyUi } from '../../../src/studio/comfyui/open-comfyui.ts'
import { readyTools } from '../../../src/studio/comfyui/ready-tools.ts'
import { openComfyServer } from '../../../src/try/providers/comfyui/open-comfy-server.ts'
import { contract, type Fault } from '../contract.ts'

const secret = 'comfy-proxy-key-never-seen'

const offers = { new: ['draw', 'animate', 'upscale', 'restoreFaces', 'replaceBackground', 'inpaint'], old: ['upscale'] } as const

for (const version of ['new', 'old'] as const) {
  contract(`ComfyUI (${version})`, offers[version], {
    async open({ assets }) {
      const server = await openComfyServer({ version, wants: { header: 'X-Door', value: secret } })
      const provider = await openComfyUi({
        servers: [{ name: 'home', url: server.url, headers: { 'X-Door': secret } }], assets,
        tools: (await readyTools()).filter(({ capability }) => (offers[version] as readonly string[]).includes(capability)),
        patience: { poll: [0.02, 0.2], away: 1 },
      })
      return {
        provider, secret,
        orders: () => server.begun(),
        fault(fault) {
          server.fault(null)
          server.knobs.seconds = 0
          if (fault) apply(server, fault)
        },
        close: async () => { await provider.close(); await server.close() },
      }
    },
  })
}

function apply(server: Awaited<ReturnType<typeof openComfyServer>>, fault: Fault) {
  if (fault.kind === 'slow') server.knobs.seconds = fault.seconds
  else if (fault.kind === 'drop') server.fault({ ...fault, kind: fault.after ? 'drop after' : 'drop before' })
  else if (fault.kind === 'broken') server.fault({ ...fault, kind: fault.after ? 'broken after' : 'broken before' })
  else server.fault({ ...fault, kind: fault.kind })
}

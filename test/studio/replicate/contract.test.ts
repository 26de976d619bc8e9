import { shipped } from '../../../src/studio/replicate/read-registry.ts'
import { contract } from '../contract.ts'
import { openStand, smallClip } from './stand.ts'

contract('replicate', ['draw', 'animate', 'speak', 'compose', 'upscale', 'restoreFaces', 'replaceBackground', 'syncLips'], {
  clip: ({ assets }) => smallClip(assets),
  async open({ assets }) {
    const { server, provider, close } = await openStand(assets, { registry: Object.fromEntries(shipped.map(({ id }) => [id, { price: [{ dollars: 0.04, per: 'call' }] }])) })
    return {
      provider, secret: server.token, close,
      orders: () => server.charged(),
      fault: (fault) => fault === null ? server.clearFaults() : server.fault(fault),
    }
  },
})

import { openOpenAi, type OpenAiOptions } from '../../../src/studio/openai/open-openai.ts'
import { openOpenAiServer } from '../../../src/try/providers/openai/open-openai-server.ts'
import { contract, type Stand } from '../contract.ts'
import { checkRequests } from './check-requests.ts'

const stand = (options: Partial<OpenAiOptions>) => async ({ assets }: { assets: OpenAiOptions['assets'] }): Promise<Stand> => {
  const server = await openOpenAiServer({ check: await checkRequests() })
  const provider = openOpenAi({ apiKey: server.key, baseURL: server.url, assets, pollSeconds: 0.01, ...options })
  return {
    provider, secret: server.key, orders: server.count, fault: server.fault,
    async close() {
      await provider.close()
      await server.close()
    },
  }
}

contract('openai', ['write', 'draw', 'inpaint', 'speak', 'moderate', 'review'], { open: stand({}), free: ['moderate'] })

contract('a compatible server', ['write', 'review'], {
  open: stand({ name: 'local', label: 'The local server', offers: ['write', 'review'], chatRoute: 'chat', use: { write: 'qwen' }, models: [{ id: 'qwen', capability: 'write', price: [] }] }),
})

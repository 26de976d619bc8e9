import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Shop = { url: string; /** How often each idempotency key was ordered. */ orders: ReadonlyMap<string, number>; close(): Promise<void> }

/** Sells everything at once and remembers every order: what is bought twice is seen from outside of the bot. */
export async function openShop(): Promise<Shop> {
  const orders = new Map<string, number>()
  const server = createServer((request, response) => {
    const key = request.url ?? ''
    if (request.method === 'POST') orders.set(key, (orders.get(key) ?? 0) + 1)
    response.writeHead(orders.has(key) ? 200 : 404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // a TCP server, so an address with a port
    orders,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

import type { IncomingMessage } from 'node:http'

/** Another site in the same browser may not read the page (a name that points to loopback) nor act in it (a foreign origin). */
export function isOurs({ headers, method }: IncomingMessage, port: number): boolean {
  const hosts = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port}`)
  if (!hosts.includes(headers.host ?? '')) return false
  if (headers.origin === undefined) return method === 'GET' || method === 'HEAD'
  return headers.origin === `http://${headers.host}`
}

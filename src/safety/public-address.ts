import { BlockList, isIP, isIPv4 } from 'node:net'

/** Whether an address of the internet's own numbering is meant: nothing of this machine, its network, its cloud's services, or reserved. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !notPublic.check(address, 'ipv4')
  // a zone (`fe80::1%eth0`) is of a network here
  if (isIP(address) !== 6 || address.includes('%')) return false
  const bits = ipv6Bits(address)
  const carried = [mapped, nat64].some((prefix) => bits >> 32n === prefix)
  if (carried) return isPublicAddress(dotted(bits & 0xffff_ffffn))
  // only 2000::/3 is given out to the world
  return bits >> 125n === 1n && !reserved.some(([prefix, length]) => bits >> BigInt(128 - length) === ipv6Bits(prefix) >> BigInt(128 - length))
}

/** https://www.iana.org/assignments/iana-ipv4-special-registry */
const notPublic = new BlockList()
for (const [network, length] of [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
] as const) notPublic.addSubnet(network, length, 'ipv4')

/** ::ffff:0:0/96 and 64:ff9b::/96 carry an IPv4 address. */
const [mapped, nat64] = [0xffffn, 0x0064_ff9bn << 64n]

/** Within 2000::/3: protocols and tunnels (Teredo, ORCHID), documentation, 6to4. https://www.iana.org/assignments/iana-ipv6-special-registry */
const reserved: readonly (readonly [string, number])[] = [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20], ['2620:4f:8000::', 48]]

function ipv6Bits(address: string): bigint {
  const plain = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...four: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = four.slice(0, 4).map(Number)
    return `${(a << 8 | b).toString(16)}:${(c << 8 | d).toString(16)}`
  })
  const [head = '', tail] = plain.split('::')
  const [before, after] = [head, tail ?? ''].map((side) => side.split(':').filter(Boolean))
  const between = tail === undefined ? [] : Array<string>(8 - (before?.length ?? 0) - (after?.length ?? 0)).fill('0')
  return [...before ?? [], ...between, ...after ?? []].reduce((bits, group) => bits << 16n | BigInt(`0x${group}`), 0n)
}

const dotted = (bits: bigint) => [24n, 16n, 8n, 0n].map((shift) => String(bits >> shift & 0xffn)).join('.')

/** This machine itself. */
export const isLoopbackHost = (host: string) => /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(host)

import { z } from 'zod'

/** One ComfyUI of the operator. It has no door of its own: what stands before it may want a header, a password or a token. */
export const Server = z.object({
  name: z.string().regex(/^[\w.-]{1,40}$/, 'is not a name: letters, digits, . _ - (40 at most)'),
  url: z.url({ protocol: /^https?$/, error: 'is not an http(s) address' }),
  headers: z.record(z.string(), z.string()).optional(),
  basic: z.object({ user: z.string(), password: z.string() }).optional(),
  bearer: z.string().optional(),
  /** Pays partners' nodes (Pika, Vidu, Kling …). */
  comfyOrgKey: z.string().optional(),
})
export type Server = z.infer<typeof Server>

export function headersOf({ headers = {}, basic, bearer }: Server): Record<string, string> {
  const authorization = bearer !== undefined ? `Bearer ${bearer}` : basic ? `Basic ${Buffer.from(`${basic.user}:${basic.password}`).toString('base64')}` : undefined
  return { ...(authorization === undefined ? {} : { authorization }), ...headers }
}

/** Whatever a server says is told without what is secret. */
export function redact(text: string, { headers = {}, basic, bearer, comfyOrgKey }: Server): string {
  const secrets = [...Object.values(headers), basic?.password, bearer, comfyOrgKey].filter((secret) => secret !== undefined && secret.length > 3)
  return secrets.reduce<string>((clean, secret) => clean.replaceAll(secret as string, '•••'), text)
}

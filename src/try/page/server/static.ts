import { readdir, readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { stripTypeScriptTypes } from 'node:module'
import { extname, join } from 'node:path'

export type Static = { type: string; body: string | Uint8Array; cache?: string }

/** The page's own files, read once: no path that is asked for ever touches the disk. The browser's modules are our TypeScript without its types. */
export async function readPage() {
  const root = join(import.meta.dirname, '..')
  const files = new Map<string, Static>()
  for (const folder of ['browser', 'styles']) {
    for (const entry of await readdir(join(root, folder), { recursive: true })) {
      const type = types[extname(entry)]
      if (type === undefined) continue
      const text = await readFile(join(root, folder, entry), 'utf8')
      files.set(`/${folder}/${entry.replaceAll('\\', '/')}`, { type, body: entry.endsWith('.ts') ? stripTypeScriptTypes(text) : text })
    }
  }
  files.set('/', { type: 'text/html; charset=utf-8', body: await readFile(join(root, 'index.html'), 'utf8') })
  return {
    file: (path: string) => files.get(path),
    send(response: ServerResponse, file: Static | undefined) {
      if (!file) return response.writeHead(404, { 'content-type': 'text/plain' }).end('Not here.')
      response.writeHead(200, {
        'content-type': file.type, 'cache-control': file.cache ?? 'no-cache', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer',
        // Nothing from outside, no inline script: what people write cannot become code.
        'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      })
      response.end(file.body)
    },
  }
}

const types: Record<string, string> = { '.ts': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8' }

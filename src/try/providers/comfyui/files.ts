import type { Kept } from './run-node.ts'

export type Files = Kept & {
  /** By type, folder and name: what lies on the server's disk, which a restart leaves alone. */
  disk: Map<string, Buffer>
  inputNames(): Set<string>
  upload(bytes: Buffer, name: string, subfolder: string, overwrite: boolean): { name: string; subfolder: string; type: 'input' }
  view(type: string, subfolder: string, filename: string): Buffer | 400 | 403 | 404
}

export function openFiles(): Files {
  const disk = new Map<string, Buffer>()
  const key = (type: string, subfolder: string, name: string) => `${type}/${subfolder ? `${subfolder}/` : ''}${name}`
  return {
    disk,
    input: (name) => disk.get(`input/${name}`),
    inputNames: () => new Set([...disk.keys()].filter((name) => name.startsWith('input/')).map((name) => name.slice(6))),
    save(prefix, ending, bytes, type = 'output') {
      const [, subfolder = '', name = prefix] = /^(?:(.*)\/)?([^/]+)$/.exec(prefix) ?? []
      let count = 1
      const named = () => ending.startsWith('_') ? `${name}${ending.replace('00001', String(count).padStart(5, '0'))}` : `${name}_${String(count).padStart(5, '0')}_${ending}`
      while (disk.has(key(type, subfolder, named()))) count++
      disk.set(key(type, subfolder, named()), bytes)
      return { filename: named(), subfolder, type }
    },
    upload(bytes, name, subfolder, overwrite) {
      const [, stem = name, ending = ''] = /^(.*?)(\.[^.]*)?$/.exec(name) ?? []
      let taken = name
      for (let count = 1; !overwrite && disk.has(key('input', subfolder, taken)) && !disk.get(key('input', subfolder, taken))?.equals(bytes); count++) taken = `${stem} (${count})${ending}`
      disk.set(key('input', subfolder, taken), bytes)
      return { name: taken, subfolder, type: 'input' }
    },
    view(type, subfolder, filename) {
      if (filename.startsWith('/') || filename.includes('..') || filename === '') return 400
      if (subfolder.startsWith('/') || subfolder.split('/').includes('..')) return 403
      return disk.get(key(type, subfolder, filename)) ?? 404
    },
  }
}

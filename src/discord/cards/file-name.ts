/** A name that Discord leaves as it is: plain ASCII, no spaces, no path, at most 100 characters. */
export function fileName(stem: string, ending: string): string {
  const plain = stem.normalize('NFKD').replace(/[^\w.-]+/g, '-').replace(/-{2,}/g, '-').replace(/\.{2,}/g, '.').replace(/^[.-]+|[.-]+$/g, '')
  return `${plain.slice(0, 90) || 'file'}.${ending}`
}

/** The first words of a prompt, for a file's name: people look for a clip, and copy its seed, by name. */
export function promptWords(...prompts: (string | undefined)[]): string {
  for (const prompt of prompts) {
    const words = prompt?.normalize('NFKD').toLowerCase().match(/[a-z][a-z0-9]+/g)?.slice(0, 5).join('-').slice(0, 40)
    if (words) return words
  }
  return ''
}

/** `name.png`, then `name-2.png`: two files of one message are never called the same. */
export function unlike<File extends { name: string }>(files: readonly File[]): File[] {
  const taken = new Set<string>()
  return files.map((file) => {
    const [, stem = file.name, ending = ''] = /^(.*?)(\.\w+)?$/.exec(file.name) ?? []
    let name = file.name
    for (let count = 2; taken.has(name); count++) name = `${stem}-${count}${ending}`
    taken.add(name)
    return { ...file, name }
  })
}

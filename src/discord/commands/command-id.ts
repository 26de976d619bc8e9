/** The custom_id of a modal or a component that belongs to a command and not to a card: `c~film~…`. */
export function commandId(command: string, ...said: string[]): string {
  const id = ['c', command, ...said.map(escape)].join('~')
  if (id.length > 100) throw new Error(`The custom_id «${id}» has ${id.length} characters; Discord allows 100.`)
  return id
}

/** Null for what is no command's. */
export function readCommandId(customId: string): { command: string; said: string[] } | null {
  const [mark, command, ...said] = customId.split('~')
  return mark === 'c' && command ? { command, said: said.map(unescape) } : null
}

const escape = (part: string) => part.replaceAll('%', '%25').replaceAll('~', '%7E')
const unescape = (part: string) => part.replaceAll('%7E', '~').replaceAll('%25', '%')

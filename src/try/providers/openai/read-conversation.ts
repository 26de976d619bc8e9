/** A request of either route: the part that is the same every time, what is asked, and how often it was asked before. */
export type Asked = { route: 'responses' | 'chat'; model: string; name: string; stable: string; text: string; again: number; pictures: number; schema: Record<string, any> | null; maxTokens: number }

export function readConversation(route: Asked['route'], body: any): Asked {
  const format = route === 'chat' ? body.response_format?.json_schema : body.text?.format
  const messages: any[] = route === 'chat' ? body.messages : [{ role: 'system', content: body.instructions ?? '' }, ...(typeof body.input === 'string' ? [{ role: 'user', content: body.input }] : body.input)]
  const words = (content: unknown): string => typeof content === 'string' ? content : Array.isArray(content) ? content.map((part) => String(part.text ?? '')).join('') : ''
  const users = messages.filter(({ role }) => role === 'user')
  return {
    route, model: body.model, name: format?.name ?? String(body.prompt_cache_key ?? '').replace('redcliff-', ''),
    stable: words(messages.find(({ role }) => role === 'system')?.content),
    text: words(users[0]?.content),
    again: users.length - 1,
    pictures: users.flatMap(({ content }) => Array.isArray(content) ? content : []).filter(({ type }) => type === 'input_image' || type === 'image_url').length,
    schema: format?.schema ?? null,
    maxTokens: body.max_output_tokens ?? body.max_completion_tokens ?? Infinity,
  }
}

/** The inputs as they stand in the message, each under its name. */
export function readInputs(text: string): Record<string, unknown> {
  return Object.fromEntries([...text.matchAll(/^<(\w+)( json)?>\n([^]*?)\n<\/\1>$/gm)].map(([, name = '', json, value = '']) => [name, json ? JSON.parse(value) : value.replaceAll(`< /${name}>`, `</${name}>`)]))
}

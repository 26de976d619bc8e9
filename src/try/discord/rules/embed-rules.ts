import { namedFile } from '../world/place-files.ts'
import { fieldsOf, type Problems } from './problems.ts'

/** https://docs.discord.com/developers/resources/message#embed-object-embed-limits */
export function embedRules(problems: Problems, embeds: unknown, fileNames: ReadonlySet<string>): void {
  let sum = 0
  for (const [index, embed] of problems.list(['embeds'], embeds, 0, 10).entries()) {
    const path = ['embeds', index]
    const fields = fieldsOf(embed)
    const parts = {
      title: [fields['title'], 256], description: [fields['description'], 4096],
      'footer.text': [fieldsOf(fields['footer'])['text'], 2048], 'author.name': [fieldsOf(fields['author'])['name'], 256],
    } as const
    for (const [name, [value, max]] of Object.entries(parts)) problems.text([...path, ...name.split('.')], value, 0, max)
    sum += Object.values(parts).reduce((length, [value]) => length + (typeof value === 'string' ? [...value].length : 0), 0)
    for (const [number, field] of problems.list([...path, 'fields'], fields['fields'], 0, 25).entries()) {
      for (const [key, max] of [['name', 256], ['value', 1024]] as const) {
        const value = fieldsOf(field)[key]
        if (value === '') problems.wrong([...path, 'fields', number, key], 'BASE_TYPE_REQUIRED', 'This field is required')
        else problems.text([...path, 'fields', number, key], value, 1, max, { required: true })
        if (typeof value === 'string') sum += [...value].length
      }
    }
    for (const key of ['image', 'thumbnail']) {
      const url = fieldsOf(fields[key])['url']
      if (typeof url === 'string' && url.startsWith('attachment://') && !fileNames.has(namedFile(url))) problems.wrong([...path, key, 'url'], 'EMBED_ATTACHMENT_NOT_FOUND', `${url} names no file of this message.`)
    }
  }
  if (sum > 6000) problems.wrong(['embeds'], 'MAX_EMBED_SIZE_EXCEEDED', `Embed size exceeds maximum size of 6000: ${sum}.`)
}

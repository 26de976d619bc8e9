import { namedFile } from '../world/place-files.ts'
import { fieldsOf, isFields, type Fields, type Path, type Problems } from './problems.ts'

/** What has been met in this message so far. */
export type Seen = { count: number; text: number; customIds: Set<string>; numbers: Set<number>; fileNames: ReadonlySet<string> }
export const emptySeen = (): Seen => ({ count: 0, text: 0, customIds: new Set(), numbers: new Set(), fileNames: new Set() })

export function customId(problems: Problems, path: Path, value: unknown, seen: Pick<Seen, 'customIds'>) {
  problems.text([...path, 'custom_id'], value, 1, 100, { required: true })
  if (typeof value !== 'string') return
  if (seen.customIds.has(value)) problems.wrong([...path, 'custom_id'], 'COMPONENT_CUSTOM_ID_DUPLICATED', 'Component custom id cannot be duplicated')
  seen.customIds.add(value)
}

export function button(problems: Problems, path: Path, button: Fields, seen: Seen) {
  problems.known(path, button, ['type', 'id', 'style', 'label', 'emoji', 'custom_id', 'sku_id', 'url', 'disabled'])
  problems.oneOf([...path, 'style'], button['style'], [1, 2, 3, 4, 5, 6], { required: true })
  problems.text([...path, 'label'], button['label'], 0, 80)
  problems.truth([...path, 'disabled'], button['disabled'])
  emoji(problems, [...path, 'emoji'], button['emoji'])
  if (button['style'] === 6) return
  if (!button['label'] && !isFields(button['emoji'])) problems.wrong(path, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button needs a label or an emoji.')
  if (button['style'] === 5) {
    if (button['custom_id'] !== undefined) problems.wrong([...path, 'custom_id'], 'BUTTON_COMPONENT_CUSTOM_ID_AND_URL_MUTUALLY_EXCLUSIVE', 'A link button has no custom_id.')
    problems.text([...path, 'url'], button['url'], 1, 512, { required: true })
    if (typeof button['url'] === 'string' && !/^(https?|discord):\/\//.test(button['url'])) problems.wrong([...path, 'url'], 'URL_TYPE_INVALID_SCHEME', 'Scheme must be one of (http, https, discord).')
    return
  }
  if (button['url'] !== undefined) problems.wrong([...path, 'url'], 'BUTTON_COMPONENT_CUSTOM_ID_AND_URL_MUTUALLY_EXCLUSIVE', 'Only a link button has a url.')
  customId(problems, path, button['custom_id'], seen)
}

export function select(problems: Problems, path: Path, select: Fields, seen: Pick<Seen, 'customIds'>, { inModal = false } = {}) {
  problems.known(path, select, ['type', 'id', 'custom_id', 'placeholder', 'min_values', 'max_values', inModal ? 'required' : 'disabled',
    ...select['type'] === 3 ? ['options'] : ['default_values', ...select['type'] === 8 ? ['channel_types'] : []]])
  customId(problems, path, select['custom_id'], seen)
  problems.text([...path, 'placeholder'], select['placeholder'], 0, 150)
  problems.whole([...path, 'min_values'], select['min_values'], 0, 25)
  problems.whole([...path, 'max_values'], select['max_values'], 1, 25)
  const [min, max] = [Number(select['min_values'] ?? 1), Number(select['max_values'] ?? 1)]
  if (min > max) problems.wrong([...path, 'min_values'], 'SELECT_COMPONENT_MIN_VALUES_EXCEEDS_MAX', 'min_values must not be more than max_values.')
  if (select['type'] !== 3) return
  const options = choices(problems, [...path, 'options'], select['options'], 1, 25)
  if (max > options.length && options.length > 0) problems.wrong([...path, 'max_values'], 'SELECT_COMPONENT_MAX_VALUES_EXCEEDED', `max_values is ${max}, and there are ${options.length} options.`)
  if (options.filter((option) => option['default'] === true).length > max) problems.wrong([...path, 'options'], 'SELECT_COMPONENT_DEFAULTS_EXCEED_MAX', 'More options are chosen beforehand than may be chosen.')
}

/** Options of a select, a radio group or a checkbox group. */
export function choices(problems: Problems, path: Path, value: unknown, min: number, max: number): Fields[] {
  const values = new Set<unknown>()
  return problems.list(path, value, min, max).map((option, index) => {
    const fields = fieldsOf(option)
    const at = [...path, index]
    problems.known(at, fields, ['label', 'value', 'description', 'emoji', 'default'])
    problems.text([...at, 'label'], fields['label'], 1, 100, { required: true })
    problems.text([...at, 'value'], fields['value'], 1, 100, { required: true })
    problems.text([...at, 'description'], fields['description'], 0, 100)
    emoji(problems, [...at, 'emoji'], fields['emoji'])
    if (values.has(fields['value'])) problems.wrong([...at, 'value'], 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', 'The specified option value is already used')
    values.add(fields['value'])
    return fields
  })
}

/** Returns the url, '' when there is none. */
export function media(problems: Problems, path: Path, value: unknown, seen: Pick<Seen, 'fileNames'>): string {
  const url = fieldsOf(value)['url']
  problems.text([...path, 'url'], url, 1, 2048, { required: true })
  if (typeof url !== 'string') return ''
  if (!URL.canParse(url) || /[^\x21-\x7e]/.test(url)) problems.wrong([...path, 'url'], 'URL_TYPE_INVALID_URL', 'Not a well formed URL.')
  else if (url.startsWith('attachment://')) {
    if (!seen.fileNames.has(namedFile(url))) problems.wrong([...path, 'url'], 'COMPONENT_ATTACHMENT_NOT_FOUND', `${url} names no file of this message.`)
  } else if (!/^https?:\/\//.test(url)) problems.wrong([...path, 'url'], 'URL_TYPE_INVALID_SCHEME', 'Scheme must be one of (http, https, attachment).')
  return url
}

function emoji(problems: Problems, path: Path, value: unknown) {
  if (!isFields(value) || (typeof value['id'] === 'string' && value['id'] !== '')) return
  if (typeof value['name'] !== 'string' || !isEmoji(value['name'])) problems.wrong([...path, 'name'], 'COMPONENT_INVALID_EMOJI', 'Invalid emoji')
}

/** With or without the variation selector, as Discord takes both. */
export const isEmoji = (name: string) => [name, `${name}\u{fe0f}`, name.replaceAll('\u{fe0f}', '')].some((form) => /^\p{RGI_Emoji}$/v.test(form)) || /^\p{Extended_Pictographic}\u{fe0f}?$/u.test(name)

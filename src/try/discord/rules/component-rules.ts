import { button, emptySeen, media, select, type Seen } from './component-kinds.ts'
import { fieldsOf, isFields, type Fields, type Path, type Problems } from './problems.ts'

/** A message's components, with and without Components V2. https://docs.discord.com/developers/components/reference */
export function componentRules(problems: Problems, components: unknown, { v2, fileNames }: { v2: boolean; fileNames: ReadonlySet<string> }): void {
  const top = problems.list(['components'], components, 0, v2 ? 40 : 5)
  const seen: Seen = { ...emptySeen(), fileNames }
  for (const [index, component] of top.entries()) {
    const path = ['components', index]
    const { type } = fieldsOf(component)
    if (!v2 && v2Only.includes(Number(type))) problems.wrong([...path, 'type'], 'COMPONENT_TYPE_INVALID', 'This component needs the IS_COMPONENTS_V2 flag.')
    else check(problems, path, component, v2 ? inV2 : [1], seen)
  }
  if (seen.count > 40) problems.wrong(['components'], 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', `The maximum number of components is 40, nested ones too; these are ${seen.count}.`)
  if (seen.text > 4000) problems.wrong(['components'], 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', `All text displays together must be 4000 or fewer in length; these are ${seen.text}.`)
}

const v2Only = [9, 10, 11, 12, 13, 14, 17]
const inV2 = [1, 9, 10, 12, 13, 14, 17]
const inContainer = [1, 9, 10, 12, 13, 14]
const selects = [3, 5, 6, 7, 8]

function check(problems: Problems, path: Path, component: unknown, allowed: readonly number[], seen: Seen): void {
  if (!isFields(component)) return problems.wrong(path, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType')
  const type = Number(component['type'])
  if (!allowed.includes(type)) return problems.wrong([...path, 'type'], 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (${allowed.join(', ')}).`)
  seen.count += 1
  numbered(problems, path, component, seen)
  kinds[type]?.(problems, path, component, seen)
}

/** One check for each kind, which goes on into what is inside. */
const kinds: Record<number, (problems: Problems, path: Path, component: Fields, seen: Seen) => void> = {
  1(problems, path, row, seen) {
    problems.known(path, row, ['type', 'id', 'components'])
    const inside = problems.list([...path, 'components'], row['components'], 1, 5)
    const types = inside.map((one) => Number(fieldsOf(one)['type']))
    if (types.some((type) => selects.includes(type)) && types.length > 1) {
      problems.wrong([...path, 'components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'A select fills its row: nothing may stand beside it.')
    }
    for (const [index, one] of inside.entries()) check(problems, [...path, 'components', index], one, [2, ...selects], seen)
  },
  2: button,
  3: select, 5: select, 6: select, 7: select, 8: select,
  9(problems, path, section, seen) {
    problems.known(path, section, ['type', 'id', 'components', 'accessory'])
    for (const [index, one] of problems.list([...path, 'components'], section['components'], 1, 3).entries()) check(problems, [...path, 'components', index], one, [10], seen)
    if (section['accessory'] === undefined) problems.wrong([...path, 'accessory'], 'BASE_TYPE_REQUIRED', 'This field is required')
    else check(problems, [...path, 'accessory'], section['accessory'], [2, 11], seen)
  },
  10(problems, path, text, seen) {
    problems.known(path, text, ['type', 'id', 'content'])
    problems.text([...path, 'content'], text['content'], 1, 4000, { required: true })
    if (typeof text['content'] === 'string') seen.text += [...text['content']].length
  },
  11(problems, path, thumbnail, seen) {
    problems.known(path, thumbnail, ['type', 'id', 'media', 'description', 'spoiler'])
    problems.text([...path, 'description'], thumbnail['description'], 0, 1024)
    const url = media(problems, [...path, 'media'], thumbnail['media'], seen)
    if (/\.(mp4|webm|mov|mkv)($|\?)/i.test(url)) problems.wrong([...path, 'media'], 'COMPONENT_MEDIA_TYPE_INVALID', 'A thumbnail is an image, never a video.')
  },
  12(problems, path, gallery, seen) {
    problems.known(path, gallery, ['type', 'id', 'items'])
    for (const [index, item] of problems.list([...path, 'items'], gallery['items'], 1, 10).entries()) {
      const at = [...path, 'items', index]
      problems.known(at, fieldsOf(item), ['media', 'description', 'spoiler'])
      problems.text([...at, 'description'], fieldsOf(item)['description'], 0, 1024)
      media(problems, [...at, 'media'], fieldsOf(item)['media'], seen)
    }
  },
  13(problems, path, file, seen) {
    problems.known(path, file, ['type', 'id', 'file', 'spoiler', 'name', 'size'])
    const url = media(problems, [...path, 'file'], file['file'], seen)
    if (url && !url.startsWith('attachment://')) problems.wrong([...path, 'file', 'url'], 'FILE_COMPONENT_ATTACHMENT_REQUIRED', 'A file component shows only attachment://<filename>.')
  },
  14(problems, path, separator) {
    problems.known(path, separator, ['type', 'id', 'divider', 'spacing'])
    problems.truth([...path, 'divider'], separator['divider'])
    problems.oneOf([...path, 'spacing'], separator['spacing'], [1, 2])
  },
  17(problems, path, container, seen) {
    problems.known(path, container, ['type', 'id', 'components', 'accent_color', 'spoiler'])
    problems.whole([...path, 'accent_color'], container['accent_color'], 0, 0xffffff)
    for (const [index, one] of problems.list([...path, 'components'], container['components'], 1, 40).entries()) check(problems, [...path, 'components', index], one, inContainer, seen)
  },
}

function numbered(problems: Problems, path: Path, component: Fields, seen: Seen) {
  const { id } = component
  problems.whole([...path, 'id'], id, 0, 2 ** 31 - 1)
  if (typeof id !== 'number' || id === 0) return
  if (seen.numbers.has(id)) problems.wrong([...path, 'id'], 'COMPONENT_ID_DUPLICATED', `Component id ${id} is used twice.`)
  seen.numbers.add(id)
}

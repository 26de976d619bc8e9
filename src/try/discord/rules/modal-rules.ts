import type { Problem } from '../rest/api-error.ts'
import { choices, customId, select } from './component-kinds.ts'
import { collectProblems, fieldsOf, type Fields, type Path, type Problems } from './problems.ts'

type SeenIds = { customIds: Set<string> }

/** A modal: its title, and one to five labels, texts or (of old) rows with a text input. */
export function modalRules(modal: Fields): Problem[] {
  const problems = collectProblems()
  problems.known([], modal, ['custom_id', 'title', 'components'])
  problems.text(['custom_id'], modal['custom_id'], 1, 100, { required: true })
  problems.text(['title'], modal['title'], 1, 45, { required: true })
  const seen: SeenIds = { customIds: new Set() }
  for (const [index, component] of problems.list(['components'], modal['components'], 1, 5).entries()) top(problems, ['components', index], fieldsOf(component), seen)
  return problems.problems.map((problem) => ({ ...problem, path: ['data', ...problem.path] }))
}

function top(problems: Problems, path: Path, component: Fields, seen: SeenIds) {
  problems.oneOf([...path, 'type'], component['type'], [1, 10, 18], { required: true })
  if (component['type'] === 10) problems.text([...path, 'content'], component['content'], 1, 4000, { required: true })
  if (component['type'] === 1) {
    for (const [index, one] of problems.list([...path, 'components'], component['components'], 1, 1).entries()) {
      const input = fieldsOf(one)
      const at = [...path, 'components', index]
      problems.oneOf([...at, 'type'], input['type'], [4], { required: true })
      problems.text([...at, 'label'], input['label'], 1, 45, { required: true })
      textInput(problems, at, input, seen)
    }
  }
  if (component['type'] !== 18) return
  problems.known(path, component, ['type', 'id', 'label', 'description', 'component'])
  problems.text([...path, 'label'], component['label'], 1, 45, { required: true })
  problems.text([...path, 'description'], component['description'], 0, 100)
  const inside = fieldsOf(component['component'])
  const at = [...path, 'component']
  problems.oneOf([...at, 'type'], inside['type'], [3, 4, 5, 6, 7, 8, 19, 21, 22, 23], { required: true })
  if (inside['type'] === 4 && inside['label'] !== undefined && inside['label'] !== null) problems.wrong([...at, 'label'], 'TEXT_INPUT_LABEL_INSIDE_LABEL', 'A text input inside a label has no label of its own.')
  kinds[Number(inside['type'])]?.(problems, at, inside, seen)
}

const inModal = (problems: Problems, path: Path, component: Fields, seen: SeenIds) => select(problems, path, component, seen, { inModal: true })

const kinds: Record<number, (problems: Problems, path: Path, component: Fields, seen: SeenIds) => void> = {
  3: inModal, 5: inModal, 6: inModal, 7: inModal, 8: inModal,
  4: textInput,
  19(problems, path, upload, seen) {
    problems.known(path, upload, ['type', 'id', 'custom_id', 'min_values', 'max_values', 'required', 'file_types'])
    customId(problems, path, upload['custom_id'], seen)
    range(problems, path, upload, 0, 10)
    problems.list([...path, 'file_types'], upload['file_types'], 0, 10)
  },
  21(problems, path, group, seen) {
    problems.known(path, group, ['type', 'id', 'custom_id', 'options', 'required'])
    customId(problems, path, group['custom_id'], seen)
    const options = choices(problems, [...path, 'options'], group['options'], 2, 10)
    if (options.filter((option) => option['default'] === true).length > 1) problems.wrong([...path, 'options'], 'RADIO_GROUP_DEFAULTS', 'Only one option can be chosen beforehand.')
  },
  22(problems, path, group, seen) {
    problems.known(path, group, ['type', 'id', 'custom_id', 'options', 'required', 'min_values', 'max_values'])
    customId(problems, path, group['custom_id'], seen)
    choices(problems, [...path, 'options'], group['options'], 1, 10)
    range(problems, path, group, 0, 10)
  },
  23(problems, path, box, seen) {
    problems.known(path, box, ['type', 'id', 'custom_id', 'default'])
    customId(problems, path, box['custom_id'], seen)
  },
}

function textInput(problems: Problems, path: Path, input: Fields, seen: SeenIds) {
  problems.known(path, input, ['type', 'id', 'custom_id', 'style', 'label', 'min_length', 'max_length', 'required', 'value', 'placeholder'])
  customId(problems, path, input['custom_id'], seen)
  problems.oneOf([...path, 'style'], input['style'], [1, 2], { required: true })
  problems.whole([...path, 'min_length'], input['min_length'], 0, 4000)
  problems.whole([...path, 'max_length'], input['max_length'], 1, 4000)
  const [min, max] = [Number(input['min_length'] ?? 0), Number(input['max_length'] ?? 4000)]
  if (min > max) problems.wrong([...path, 'min_length'], 'TEXT_INPUT_MIN_EXCEEDS_MAX', 'min_length must not be more than max_length.')
  problems.text([...path, 'value'], input['value'], 0, Math.min(4000, max))
  problems.text([...path, 'placeholder'], input['placeholder'], 0, 100)
}

function range(problems: Problems, path: Path, component: Fields, min: number, max: number) {
  problems.whole([...path, 'min_values'], component['min_values'], min, max)
  problems.whole([...path, 'max_values'], component['max_values'], 1, max)
  if (Number(component['min_values'] ?? 1) > Number(component['max_values'] ?? 1)) problems.wrong([...path, 'min_values'], 'MIN_VALUES_EXCEEDS_MAX', 'min_values must not be more than max_values.')
}

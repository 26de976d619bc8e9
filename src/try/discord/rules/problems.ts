import type { Problem } from '../rest/api-error.ts'

export type Path = readonly (string | number)[]
export type Fields = { readonly [key: string]: unknown }

/** Collects what is wrong with a body, in Discord's words. */
export function collectProblems() {
  const problems: Problem[] = []
  const wrong = (path: Path, code: string, message: string) => void problems.push({ path, code, message })
  return {
    problems,
    wrong,
    /** A text of a length. Absent is fine unless required. */
    text(path: Path, value: unknown, min: number, max: number, { required = false } = {}) {
      if (value === undefined || value === null) return required ? wrong(path, 'BASE_TYPE_REQUIRED', 'This field is required') : undefined
      if (typeof value !== 'string') return wrong(path, 'STRING_TYPE_CONVERT', 'Could not interpret as string.')
      const length = [...value].length
      if (length < min || length > max) wrong(path, min === 0 ? 'BASE_TYPE_MAX_LENGTH' : 'BASE_TYPE_BAD_LENGTH', min === 0 ? `Must be ${max} or fewer in length.` : `Must be between ${min} and ${max} in length.`)
    },
    whole(path: Path, value: unknown, min: number, max: number) {
      if (value === undefined || value === null) return
      if (typeof value !== 'number' || !Number.isInteger(value)) return wrong(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`)
      if (value < min || value > max) wrong(path, value < min ? 'NUMBER_TYPE_MIN' : 'NUMBER_TYPE_MAX', `int value should be ${value < min ? `greater than or equal to ${min}` : `less than or equal to ${max}`}.`)
    },
    truth(path: Path, value: unknown) {
      if (value !== undefined && value !== null && typeof value !== 'boolean') wrong(path, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.')
    },
    list(path: Path, value: unknown, min: number, max: number): readonly unknown[] {
      if (value === undefined || value === null) return min > 0 ? (wrong(path, 'BASE_TYPE_REQUIRED', 'This field is required'), []) : []
      if (!Array.isArray(value)) return wrong(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType'), []
      if (value.length < min || value.length > max) wrong(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`)
      return value
    },
    oneOf(path: Path, value: unknown, allowed: readonly unknown[], { required = false } = {}) {
      if (value === undefined) return required ? wrong(path, 'BASE_TYPE_REQUIRED', 'This field is required') : undefined
      if (!allowed.includes(value)) wrong(path, 'BASE_TYPE_CHOICES', `Value must be one of (${allowed.join(', ')}).`)
    },
    known(path: Path, fields: Fields, allowed: readonly string[]) {
      for (const key of Object.keys(fields)) if (!allowed.includes(key)) wrong([...path, key], 'UNKNOWN_PROPERTY', `Unknown property: ${key}.`)
    },
  }
}
export type Problems = ReturnType<typeof collectProblems>

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
export const fieldsOf = (value: unknown): Fields => isFields(value) ? value : {}

type Schema = Record<string, any>

/** An answer as a model held to a strict schema would write it: every field there (made up where nobody said it), records as entries. */
export function fitAnswer(schema: Schema, answer: unknown, root: Schema = schema): unknown {
  if (schema === root && Object.keys(schema['properties'] ?? {}).join() === 'answer' && !isObject(answer, 'answer')) return { answer: fitAnswer(schema['properties'].answer, answer, root) }
  const missing = answer === undefined || answer === null
  if (missing) return matches(schema, null, root) ? null : anyAnswer(schema, root)
  if (schema['$ref']) return fitAnswer(resolve(schema, root), answer, root)
  if (schema['anyOf']) {
    const branches: Schema[] = schema['anyOf']
    const fitting = branches.map((branch) => ({ branch, fitted: fitAnswer(branch, answer, root) })).find(({ branch, fitted }) => matches(branch, fitted, root))
    return fitting ? fitting.fitted : answer ?? null
  }
  if (schema['type'] === 'array') return Array.isArray(answer) ? answer.map((each) => fitAnswer(schema['items'], each, root)) : answer
  if (schema['type'] !== 'object' || !isObject(answer)) return answer === undefined ? null : answer
  const { entries } = schema['properties']
  if (Object.keys(schema['properties']).join() === 'entries' && entries.items?.properties?.key && !Array.isArray(answer['entries'])) {
    return { entries: Object.entries(answer).map(([key, value]) => ({ key, value: fitAnswer(entries.items.properties.value, value, root) })) }
  }
  return Object.fromEntries(Object.entries<Schema>(schema['properties']).map(([name, each]) => [name, fitAnswer(each, answer[name], root)]))
}

/** Something of the schema's shape, for prompts that nobody here can answer. */
export function anyAnswer(schema: Schema, root: Schema = schema): unknown {
  const found = resolve(schema, root)
  if (found['const'] !== undefined) return found['const']
  if (found['enum']) return found['enum'][0]
  if (found['anyOf']) return anyAnswer(found['anyOf'].find((each: Schema) => each['type'] === 'null') ?? found['anyOf'][0], root)
  switch ([found['type']].flat()[0]) {
    case 'object': return Object.fromEntries(Object.entries<Schema>(found['properties']).map(([name, each]) => [name, anyAnswer(each, root)]))
    case 'array': return Array.from({ length: found['minItems'] ?? 0 }, () => anyAnswer(found['items'], root))
    case 'integer': case 'number': return Math.max(found['minimum'] ?? 0, (found['exclusiveMinimum'] ?? -1) + 1)
    case 'boolean': return false
    case 'null': return null
    default: return found['pattern']?.includes('\\d') ? '1' : 'words'
  }
}

function matches(schema: Schema, value: unknown, root: Schema): boolean {
  const found = resolve(schema, root)
  if (found['anyOf']) return found['anyOf'].some((each: Schema) => matches(each, value, root))
  if ('const' in found) return value === found['const']
  if (found['enum']) return found['enum'].includes(value)
  if (found['type'] === 'object') return isObject(value) && Object.entries<Schema>(found['properties']).every(([name, each]) => matches(each, value[name], root))
  if (found['type'] === 'array') return Array.isArray(value) && value.every((each) => matches(found['items'], each, root))
  return [found['type']].flat().some((type) => type === 'null' ? value === null : type === 'integer' ? Number.isInteger(value) : typeof value === type)
}

const resolve = (schema: Schema, root: Schema): Schema => schema['$ref'] ? resolve(root['$defs']?.[schema['$ref'].replace('#/$defs/', '')] ?? {}, root) : schema
const isObject = (value: unknown, having?: string): value is Record<string, any> => typeof value === 'object' && value !== null && !Array.isArray(value) && (having === undefined || having in value)

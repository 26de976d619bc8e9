import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import { parse } from 'yaml'

const specification = join(import.meta.dirname, '../../../../shared/specs/openai-openapi.yaml')

type Schema = Record<string, any>
export type Check = (method: string, path: string, body: unknown, contentType: string) => string | null

const bodies: Record<string, string> = {
  '/responses': 'CreateResponse', '/chat/completions': 'CreateChatCompletionRequest', '/images/generations': 'CreateImageRequest', '/images/edits': 'CreateImageEditRequest',
  '/audio/speech': 'CreateSpeechRequest', '/moderations': 'CreateModerationRequest', '/videos': 'CreateVideoMultipartBody',
}

/**
 * OpenAI's official specification as a check of requests, when it lies beside this project; undefined when it does not.
 * It is older than the client; of what is newer we send only model ids, which it leaves open. https://github.com/openai/openai-openapi
 */
export async function checkRequests(): Promise<Check | undefined> {
  const validate = await openSpecification()
  return validate && ((_, path, body, contentType) => {
    const name = bodies[path]
    if (name === undefined || /\/cancel$/.test(path)) return null
    return validate(name, contentType.startsWith('multipart/') ? asForm(body) : body, true)
  })
}

let opened: Promise<((name: string, value: unknown, closed?: boolean) => string | null) | undefined> | undefined

/** Says what is wrong with a value by the name of its schema. Fields nobody knows are wrong where `closed`. */
export const openSpecification = () => opened ??= readFile(specification, 'utf8').then((text) => {
  const schemas = sliced(text)
  const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false, validateFormats: true })
  formats.default(ajv)
  const compiled = new Map<string, ValidateFunction>()
  const compile = (name: string) => {
    const known = compiled.get(name)
    if (known) return known
    const made = ajv.compile({ $id: `openai/${name}`, $ref: `#/components/schemas/${name}`, components: { schemas: closure(name, schemas) } })
    compiled.set(name, made)
    return made
  }
  return (name: string, value: unknown, closed = false) => {
    const check = compile(name)
    const strange = closed ? Object.keys(value as object).filter((field) => !fields(name, schemas).has(field)) : []
    if (strange.length > 0) return `${name} knows no ${strange.join(', ')}.`
    if (check(value)) return null
    const wrong = (check.errors ?? []).filter(({ keyword }) => keyword !== 'anyOf' && keyword !== 'oneOf').slice(0, 4)
    return `${name}: ${wrong.map(({ instancePath, message, params }) => `${instancePath || '/'} ${message} ${JSON.stringify(params).slice(0, 120)}`).join('; ')}`
  }
}, (error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return undefined
  throw error
})

/** Each schema's own lines, read when they are needed: the whole takes seconds. */
function sliced(text: string): (name: string) => Schema {
  const from = text.indexOf('\n  schemas:\n', text.indexOf('\ncomponents:\n'))
  const part = text.slice(from, text.indexOf('\n  responses:\n', from))
  const lines = new Map([...part.matchAll(/^    "?([\w.-]+)"?:\n((?: {5,}.*\n|\n)*)/gm)].map(([, name = '', body = '']) => [name, body]))
  const read = new Map<string, Schema>()
  return (name) => {
    const known = read.get(name) ?? plain(parse(lines.get(name) ?? '{}') as Schema)
    read.set(name, known)
    return known
  }
}

/** OpenAPI's `nullable` and `discriminator` are no JSON Schema; its alternatives overlap where they are told apart by a field that may be left out. */
const plain = (schema: Schema): Schema => JSON.parse(JSON.stringify(schema), (key, value) => {
  if (key === 'discriminator' || key === 'x-oaiMeta') return undefined
  if (value === null || typeof value !== 'object') return value
  const { nullable, oneOf, ...others } = value
  const rest = Array.isArray(value) ? value : oneOf ? { ...others, anyOf: oneOf } : others
  return nullable === true ? { anyOf: [rest, { type: 'null' }] } : rest
}) as Schema

function closure(name: string, schemas: (name: string) => Schema, found: Record<string, Schema> = {}): Record<string, Schema> {
  if (found[name]) return found
  found[name] = schemas(name)
  for (const [, other = ''] of JSON.stringify(found[name]).matchAll(/"#\/components\/schemas\/([\w.-]+)"/g)) closure(other, schemas, found)
  return found
}

function fields(name: string, schemas: (name: string) => Schema): Set<string> {
  const all = (schema: Schema): string[] => [
    ...Object.keys(schema['properties'] ?? {}), ...(schema['allOf'] ?? []).flatMap(all),
    ...(schema['$ref'] ? all(schemas(schema['$ref'].replace('#/components/schemas/', ''))) : []),
  ]
  return new Set(all(schemas(name)))
}

/** A form has only strings and files: numbers are numbers again, files are bytes. */
const asForm = (body: unknown) => Object.fromEntries(Object.entries(body as object).map(([name, value]) =>
  [name, Array.isArray(value) ? value.map(asField) : asField(value, name)]))
const asField = (value: unknown, name?: unknown) => typeof value === 'object' ? 'bytes' : name === 'n' ? Number(value) : value

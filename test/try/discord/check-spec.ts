import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { SpecCheck } from '../../../src/try/discord/small-discord.ts'

const specification = join(import.meta.dirname, '../../../../shared/specs/discord-openapi.json')

/**
 * Discord's official OpenAPI specification as a check of requests, when it lies beside this project; undefined when it does not.
 * https://github.com/discord/discord-api-spec
 */
export async function specificationCheck(): Promise<((request: SpecCheck) => string[]) | undefined> {
  const text = await readFile(specification, 'utf8').catch(() => undefined)
  return text === undefined ? undefined : checkAgainst(JSON.parse(text) as Specification) // the official document
}

type Specification = { paths: Record<string, Record<string, { requestBody?: { content?: Record<string, { schema?: object }> } } | undefined>>; components: { schemas: Record<string, unknown> } }

let known: ((request: SpecCheck) => string[]) | undefined

function checkAgainst(spec: Specification) {
  if (known) return known
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateSchema: false })
  ;(formats as unknown as (ajv: Ajv2020) => void)(ajv) // its CommonJS default export
  for (const format of ['snowflake', 'nonce', 'int32', 'int64', 'double']) ajv.addFormat(format, true)
  ajv.addSchema(spec, 'd')
  const compiled = new Map<string, ValidateFunction>()
  const schema = (pointer: string) => {
    const there = compiled.get(pointer) ?? ajv.compile({ $ref: `d#${pointer}` })
    compiled.set(pointer, there)
    return there
  }

  known = ({ method, template, body, contentType }) => {
    const operation = spec.paths[template]?.[method.toLowerCase()]
    // Some routes that discord.js uses are older than the specification.
    if (!operation) return olderRoutes.includes(`${method} ${template}`) ? [] : [`The specification has no ${method} ${template}.`]
    if (contentType === 'none' || !operation.requestBody?.content?.['application/json']) return []
    const content = `/paths/${pointer(template)}/${method.toLowerCase()}/requestBody/content/application~1json/schema`
    const { components, ...rest } = withNumbers(asRecord(body))
    const inside = asRecord(rest['data'])
    const whole = Array.isArray(body) ? body.map(withNumbers) : { ...rest, ...rest['data'] !== undefined && { data: without(inside, 'components') } }
    const wrong = template.endsWith('/callback') ? callback(rest, inside) : explain(schema(content), whole)
    // Each component against the schema of its own kind: the union's errors tell nothing.
    for (const list of [components, inside['components']]) {
      if (Array.isArray(list)) wrong.push(...list.flatMap((component) => checkComponent(component, rest['type'] === 9 ? 'Modal' : 'Message')))
    }
    return wrong
  }
  return known

  function callback(body: Record<string, unknown>, inside: Record<string, unknown>) {
    const schemas: Record<number, string> = { 4: 'CreateMessageInteractionCallbackRequest', 5: 'CreateMessageInteractionCallbackRequest', 6: 'UpdateMessageInteractionCallbackRequest', 7: 'UpdateMessageInteractionCallbackRequest', 8: 'ApplicationCommandAutocompleteCallbackRequest', 9: 'ModalInteractionCallbackRequest' }
    const named = schemas[Number(body['type'])]
    if (named === undefined) return [`There is no callback of type ${String(body['type'])}.`]
    const bare = { ...body, ...body['data'] !== undefined && { data: Number(body['type']) === 9 ? { ...inside, components: [{ type: 10, content: 'checked by itself' }] } : without(inside, 'components') } }
    return explain(schema(`/components/schemas/${named}`), bare)
  }

  function checkComponent(component: unknown, place: 'Message' | 'Modal'): string[] {
    const fields = asRecord(component)
    const kind = kinds[Number(fields['type'])]
    if (kind === undefined) return [`There is no component of type ${String(fields['type'])}.`]
    const name = `${kind}ComponentFor${place}Request`
    if (!(name in spec.components.schemas)) return [`A ${kind} has no place in a ${place.toLowerCase()}.`]
    const children = [...Array.isArray(fields['components']) ? fields['components'] : [], ...[fields['accessory'], fields['component']].filter((child) => child !== undefined)]
    return [...children.length === 0 ? explain(schema(`/components/schemas/${name}`), fields).map((one) => `${kind}: ${one}`) : [], ...children.flatMap((child) => checkComponent(child, place))]
  }
}

const explain = (validate: ValidateFunction, value: unknown) =>
  validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath || 'body'} ${message ?? ''} ${JSON.stringify(params)}`)

const kinds: Record<number, string> = {
  1: 'ActionRow', 2: 'Button', 3: 'StringSelect', 4: 'TextInput', 5: 'UserSelect', 6: 'RoleSelect', 7: 'MentionableSelect', 8: 'ChannelSelect', 9: 'Section', 10: 'TextDisplay', 11: 'Thumbnail',
  12: 'MediaGallery', 13: 'File', 14: 'Separator', 17: 'Container', 18: 'Label', 19: 'FileUpload', 21: 'RadioGroup', 22: 'CheckboxGroup', 23: 'Checkbox',
}
const olderRoutes = ['GET /channels/{channel_id}/pins', 'PUT /channels/{channel_id}/pins/{message_id}', 'GET /oauth2/applications/@me']

const pointer = (path: string) => encodeURIComponent(path.replaceAll('~', '~0').replaceAll('/', '~1'))
const asRecord = (value: unknown): Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Record<string, unknown> : {} // any object has string keys
const without = (fields: Record<string, unknown>, key: string) => Object.fromEntries(Object.entries(fields).filter(([name]) => name !== key))

/** Bitfields are strings on the wire and integers in the specification. */
function withNumbers(value: unknown): Record<string, unknown> {
  const fields = asRecord(value)
  const numbers = Object.fromEntries(['default_member_permissions', 'permissions', 'allow', 'deny'].filter((key) => typeof fields[key] === 'string' && /^\d+$/.test(fields[key])).map((key) => [key, Number(fields[key])]))
  const overwrites = fields['permission_overwrites']
  return { ...fields, ...numbers, ...Array.isArray(overwrites) && { permission_overwrites: overwrites.map(withNumbers) } }
}

import { z } from 'zod'

const Property = z.looseObject({ type: z.string().optional(), enum: z.array(z.unknown()).optional(), minimum: z.number().optional(), maximum: z.number().optional(), $ref: z.string().optional() })
const Components = z.record(z.string(), z.unknown())

/** What a model says of its input, as Cog writes it. */
export const InputSchema = z.object({
  components: z.object({ schemas: z.looseObject({ Input: z.object({ properties: z.record(z.string(), z.unknown()).default({}), required: z.array(z.string()).default([]) }) }) }),
})
export type InputSchema = z.infer<typeof InputSchema>

/** What of this input the model would not take, in sentences; none where all is well. A model ignores what it does not know, and charges. */
export function checkInput(schema: InputSchema, input: Record<string, unknown>): string[] {
  const { properties, required } = schema.components.schemas.Input
  const wrong: string[] = []
  for (const [name, value] of Object.entries(input)) {
    if (!(name in properties)) {
      wrong.push(`it has no field «${name}» (it has ${Object.keys(properties).join(', ')})`)
      continue
    }
    const { type, enum: allowed, minimum, maximum } = resolve(properties[name], schema.components.schemas)
    if (allowed && !allowed.includes(value)) wrong.push(`«${name}» cannot be ${JSON.stringify(value)}, only ${allowed.map((each) => JSON.stringify(each)).join(', ')}`)
    else if (type !== undefined && !fits(type, value)) wrong.push(`«${name}» wants ${type} and would be given ${JSON.stringify(value)?.slice(0, 60)}`)
    else if (typeof value === 'number' && (value < (minimum ?? -Infinity) || value > (maximum ?? Infinity))) wrong.push(`«${name}» cannot be ${value}, only ${minimum ?? '…'} to ${maximum ?? '…'}`)
  }
  for (const name of required) if (!(name in input)) wrong.push(`it wants «${name}», which is not given`)
  return wrong
}

export const knows = (schema: InputSchema, name: string) => name in schema.components.schemas.Input.properties

const fits = (type: string, value: unknown) => {
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'array') return Array.isArray(value)
  return type === 'object' ? typeof value === 'object' : typeof value === type
}

/** Choices are kept beside the input, behind `allOf: [{ $ref }]`. */
function resolve(given: unknown, schemas: Record<string, unknown>): z.infer<typeof Property> {
  const property = Property.safeParse(given).data ?? {}
  const behind = [property, ...(['allOf', 'anyOf'] as const).flatMap((each) => z.array(Property).safeParse(property[each]).data ?? [])]
  const target = behind.map(({ $ref }) => $ref).find((ref) => ref !== undefined)
  if (target === undefined) return property
  const found = Components.parse(schemas)[target.split('/').at(-1) ?? '']
  return { ...Property.safeParse(found).data, ...property }
}

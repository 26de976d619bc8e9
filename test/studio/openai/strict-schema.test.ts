import { Ajv2020 } from 'ajv/dist/2020.js'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { strictSchema } from '../../../src/studio/openai/strict-schema.ts'

const folder = join(import.meta.dirname, '../../../src/film')
const film = (await Promise.all(readdirSync(folder).map(async (file) => Object.entries(await import(join(folder, file)) as Record<string, unknown>))))
  .flat().filter((each): each is [string, z.ZodType] => each[1] instanceof z.ZodType)

/** Every rule of strict structured outputs that our schemas could break. */
function checkStrict(node: any, path = '', depth = 0): void {
  expect(depth, `${path} is too deep`).toBeLessThanOrEqual(10)
  for (const forbidden of ['oneOf', 'allOf', 'not', 'default', 'propertyNames', 'patternProperties', 'prefixItems', 'minLength', 'maxLength', '$schema']) expect(node, path).not.toHaveProperty(forbidden)
  if (node.anyOf) node.anyOf.forEach((each: any, index: number) => checkStrict(each, `${path}|${index}`, depth))
  else if (!node.$ref) expect(node.type ?? typeof node.const, path).toBeTruthy()
  if (node.type === 'object') {
    expect(node.additionalProperties, path).toBe(false)
    expect(node.required, path).toEqual(Object.keys(node.properties))
    for (const [name, each] of Object.entries(node.properties)) checkStrict(each, `${path}.${name}`, depth + 1)
  }
  if (node.type === 'array') checkStrict(node.items, `${path}[]`, depth)
  for (const [name, each] of Object.entries(node.$defs ?? {})) checkStrict(each, `$${name}`, depth)
}

test.each(film)('%s can be asked of a language model', (_, schema) => {
  const { schema: strict } = strictSchema(schema)
  expect(strict['type']).toBe('object')
  checkStrict(strict)
  new Ajv2020({ strict: false }).compile(strict)
})

test('what is left out comes as null and is left out again; what may be null stays null', () => {
  const schema = z.object({ look: z.string().optional(), by: z.string().nullable(), both: z.string().nullish(), inner: z.array(z.object({ at: z.int().optional() })) })
  const { schema: strict, read } = strictSchema(schema)
  expect(strict).toMatchObject({ required: ['look', 'by', 'both', 'inner'], properties: { look: { anyOf: [{ type: 'string' }, { type: 'null' }] } } })
  expect(read({ look: null, by: null, both: null, inner: [{ at: null }, { at: 3 }] })).toEqual({ by: null, both: null, inner: [{}, { at: 3 }] })
})

test('records, unions, tuples and bare lists go there and come back', () => {
  const answers: [z.ZodType, unknown, unknown][] = [
    [z.object({ picks: z.record(z.string(), z.object({ frame: z.int().optional() })) }), { picks: { entries: [{ key: '1.2', value: { frame: null } }] } }, { picks: { '1.2': {} } }],
    [z.discriminatedUnion('kind', [z.object({ kind: z.literal('look'), look: z.string().optional() }), z.object({ kind: z.literal('undo') })]), { answer: { kind: 'look', look: null } }, { kind: 'look' }],
    [z.array(z.string()), { answer: ['a'] }, ['a']],
    [z.enum(['zh', 'en']), { answer: 'zh' }, 'zh'],
    [z.object({ pair: z.tuple([z.string(), z.int()]) }), { pair: ['a', 1] }, { pair: ['a', 1] }],
    [z.object({ free: z.json() }), { free: { entries: [{ key: 'a', value: [1, { entries: [] }] }] } }, { free: { a: [1, {}] } }],
    [z.object({ any: z.unknown() }), { any: '{"a":1}' }, { any: { a: 1 } }],
    [z.object({ times: z.int().default(3) }), { times: null }, {}],
  ]
  for (const [schema, written, meant] of answers) {
    const strict = strictSchema(schema)
    checkStrict(strict.schema)
    expect(new Ajv2020({ strict: false }).compile(strict.schema)(written), JSON.stringify(written)).toBe(true)
    expect(strict.read(written)).toEqual(meant)
    expect(schema.safeParse(strict.read(written)).success).toBe(true)
  }
})

test('a server that leaves fields out instead of writing null is understood too', () => {
  const schema = z.object({ change: z.object({ size: z.string().optional() }) })
  expect(strictSchema(schema).read({ change: {} })).toEqual({ change: {} })
})

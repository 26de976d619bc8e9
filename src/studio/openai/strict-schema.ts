import { z } from 'zod'

type Node = { [key: string]: unknown } & {
  $ref?: string; type?: string | string[]; properties?: Record<string, Node>; required?: string[]; additionalProperties?: Node | boolean
  items?: Node | boolean; prefixItems?: Node[]; anyOf?: Node[]; oneOf?: Node[]; allOf?: Node[]; $defs?: Record<string, Node>; const?: unknown; enum?: unknown[]; propertyNames?: Node
}

export type StrictSchema = {
  /** What the model is held to. */
  schema: Record<string, unknown>
  /** The model's answer as the caller's schema has it: what was left out is left out, records are records. */
  read(answer: unknown): unknown
}

/**
 * Strict structured outputs know fewer schemas than zod: the root is an object, every field is required, nothing is open.
 * So what is optional becomes nullable, a record becomes a list of its entries, and anything else goes into `answer`.
 * https://platform.openai.com/docs/guides/structured-outputs#supported-schemas
 */
export function strictSchema(schema: z.ZodType): StrictSchema {
  const source = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Node
  const defs = source.$defs ?? {}
  const resolve = (node: Node): Node => node.$ref === undefined ? node : resolve(node.$ref === '#' ? source : defs[node.$ref.replace('#/$defs/', '')] ?? {})
  const bare = source.type === 'object' && source.properties !== undefined
  const root = bare ? source : { type: 'object', properties: { answer: { ...source, $defs: undefined } }, required: ['answer'] }
  const named = Object.entries(defs).map(([name, node]) => [name, strict(node, resolve)] as const)
  return {
    schema: { ...strict(root, resolve), ...(named.length > 0 && { $defs: Object.fromEntries(named) }) },
    read: (answer) => bare ? read(source, answer, resolve) : read(source, (answer as { answer?: unknown } | null)?.answer, resolve),
  }
}

type Resolve = (node: Node) => Node

function strict(node: Node, resolve: Resolve): Record<string, unknown> {
  if (node.$ref !== undefined) return { $ref: node.$ref }
  if (node.allOf !== undefined) throw new Error('A language model cannot be held to an intersection: write the fields into one object.')
  const described = node['description'] === undefined ? {} : { description: node['description'] }
  const union = node.anyOf ?? node.oneOf
  if (union !== undefined) return { ...described, anyOf: union.map((each) => strict(each, resolve)) }
  if (isRecord(node)) {
    const value = typeof node.additionalProperties === 'object' ? node.additionalProperties : {}
    return { ...described, ...closed({ entries: { type: 'array', items: closed({ key: { type: 'string', ...(node.propertyNames?.enum && { enum: node.propertyNames.enum }) }, value: strict(value, resolve) }) } }) }
  }
  if (node.type === 'object') {
    return { ...described, ...closed(Object.fromEntries(Object.entries(node.properties ?? {}).map(([name, each]) =>
      [name, isOptional(node, name) && !isNullable(each, resolve) ? { anyOf: [strict(each, resolve), { type: 'null' }] } : strict(each, resolve)]))) }
  }
  if (node.type === 'array') {
    const items = node.prefixItems ? { anyOf: node.prefixItems.map((each) => strict(each, resolve)) } : strict(typeof node.items === 'object' ? node.items : {}, resolve)
    return { ...described, type: 'array', items, ...kept(node, ['minItems', 'maxItems']) }
  }
  if (node.type === undefined && node.const === undefined && node.enum === undefined) return { type: 'string', description: 'Any JSON, written as text.' }
  return { ...described, ...kept(node, ['type', 'const', 'enum', 'format', 'pattern', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']) }
}

const closed = (properties: Record<string, unknown>) => ({ type: 'object', properties, required: Object.keys(properties), additionalProperties: false })
const isRecord = (node: Node) => node.type === 'object' && node.properties === undefined && node.additionalProperties !== undefined && node.additionalProperties !== false
const isOptional = (node: Node, name: string) => !(node.required ?? []).includes(name)

function isNullable(node: Node, resolve: Resolve): boolean {
  const found = resolve(node)
  return found.type === 'null' || found.const === null || (Array.isArray(found.type) && found.type.includes('null')) || (found.anyOf ?? found.oneOf ?? []).some((each) => isNullable(each, resolve))
}

/** Look-around is not known there; zod's bounds of safe integers are no limits that anybody set. */
const kept = (node: Node, names: string[]) => Object.fromEntries(names.filter((name) => {
  const value = node[name]
  return value !== undefined && Math.abs(Number(value)) !== Number.MAX_SAFE_INTEGER && !(name === 'pattern' && /\(\?[=!<]/.test(String(value))) && !(name === 'format' && !formats.includes(String(value)))
}).map((name) => [name, node[name]]))

const formats = ['date-time', 'time', 'date', 'duration', 'email', 'hostname', 'ipv4', 'ipv6', 'uuid']

function read(node: Node, value: unknown, resolve: Resolve): unknown {
  const found = resolve(node)
  const union = found.anyOf ?? found.oneOf
  if (union !== undefined) {
    const branch = union.find((each) => fits(each, value, resolve))
    return branch === undefined ? value : read(branch, value, resolve)
  }
  if (isRecord(found)) return isObject(value) && Array.isArray(value['entries']) ? Object.fromEntries(value['entries'].map(({ key, value: each }) => [key, read(found.additionalProperties as Node, each, resolve)])) : value
  if (found.type === 'object' && isObject(value)) {
    return Object.fromEntries(Object.entries(value)
      .filter(([name, each]) => !(each === null && isOptional(found, name) && found.properties?.[name] !== undefined && !isNullable(found.properties[name], resolve)))
      .map(([name, each]) => [name, found.properties?.[name] === undefined ? each : read(found.properties[name], each, resolve)]))
  }
  if (found.type === 'array' && Array.isArray(value)) return value.map((each, index) => read(found.prefixItems?.[index] ?? (typeof found.items === 'object' ? found.items : {}), each, resolve))
  if (isAnything(found)) return typeof value === 'string' ? parsed(value) : value
  return value
}

/** Whether a value, as the model wrote it, is of this branch of a union. */
function fits(node: Node, value: unknown, resolve: Resolve): boolean {
  const found = resolve(node)
  const union = found.anyOf ?? found.oneOf
  if (union !== undefined) return union.some((each) => fits(each, value, resolve))
  if (found.const !== undefined) return value === found.const
  if (found.enum !== undefined) return found.enum.includes(value)
  if (isRecord(found)) return isObject(value) && Array.isArray(value['entries'])
  if (found.type === 'object') return isObject(value) && Object.entries(found.properties ?? {}).every(([name, each]) => isOptional(found, name) && (value[name] ?? null) === null || fits(each, value[name], resolve))
  if (found.type === 'array') return Array.isArray(value) && value.every((each) => typeof found.items !== 'object' || fits(found.items, each, resolve))
  if (isAnything(found)) return true
  const types = [found.type].flat()
  return types.some((type) => type === 'null' ? value === null : type === 'integer' ? Number.isInteger(value) : typeof value === type)
}

const isAnything = (node: Node) => node.type === undefined && node.const === undefined && node.enum === undefined && node.anyOf === undefined && node.oneOf === undefined
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const parsed = (text: string): unknown => { try { return JSON.parse(text) } catch { return text } }

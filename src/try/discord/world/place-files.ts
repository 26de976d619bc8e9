import type { APIEmbed } from 'discord.js'
import type { Id } from '../interface.ts'
import type { Component, File } from './records.ts'
import type { World } from './world.ts'

/** Joins `attachment://name` in components and embeds with the files of the message, and numbers the components. */
export function placeFiles(world: World, components: readonly Component[], embeds: readonly APIEmbed[], files: readonly File[]) {
  const placed = new Set<Id>()
  const byName = new Map(files.flatMap((file) => [[file.uploadedName, file] as const, [file.name, file] as const]))
  const used = numbers(components)
  let last = 0
  const nextNumber = () => {
    do last += 1
    while (used.has(last))
    return last
  }
  const media = <T extends { url?: string }>(item: T): T => {
    const file = item.url?.startsWith('attachment://') === true ? byName.get(namedFile(item.url)) : ownFile(world, item.url)
    if (!file) return item
    placed.add(file.id)
    return { ...item, attachment_id: file.id }
  }
  const place = (component: Component): Component => {
    const { ...kept } = component
    kept['id'] = component.id === undefined || component.id === 0 ? nextNumber() : component.id
    if (isRecord(kept['media'])) kept['media'] = media(kept['media'])
    if (isRecord(kept['file'])) kept['file'] = media(kept['file'])
    if (Array.isArray(kept['items'])) kept['items'] = kept['items'].map((item: { media: object }) => ({ ...item, media: media(item.media) }))
    if (isComponent(kept['accessory'])) kept['accessory'] = place(kept['accessory'])
    if (Array.isArray(kept['components'])) kept['components'] = kept['components'].map(place)
    if ([3, 5, 6, 7, 8].includes(kept.type)) Object.assign(kept, { min_values: kept['min_values'] ?? 1, max_values: kept['max_values'] ?? 1 })
    return kept
  }
  return {
    components: components.map(place),
    embeds: embeds.map((embed) => ({ ...embed, ...embed.image && { image: media(embed.image) }, ...embed.thumbnail && { thumbnail: media(embed.thumbnail) } })),
    placed,
  }
}

/** The name after `attachment://`, as it was uploaded. */
export function namedFile(url: string) {
  const name = url.slice('attachment://'.length)
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function ownFile(world: World, url: string | undefined): File | undefined {
  if (url === undefined || !url.startsWith(`${world.url}/`)) return undefined
  return world.files.get(new URL(url).pathname.split('/').at(-2) ?? '')
}

function numbers(components: readonly unknown[], found = new Set<number>()): Set<number> {
  for (const component of components) {
    if (!isComponent(component)) continue
    if (component.id !== undefined) found.add(component.id)
    numbers([component['accessory'], ...Array.isArray(component['components']) ? component['components'] : []], found)
  }
  return found
}

const isRecord = (value: unknown): value is { url?: string } => typeof value === 'object' && value !== null
const isComponent = (value: unknown): value is Component => isRecord(value) && 'type' in value

import { z } from 'zod'

/** What came back in a modal, by field: text as one value, a select's or an upload's as a list. */
export type Submitted = Record<string, readonly string[]>

const Field = z.object({ customId: z.string().max(100), value: z.string().max(4000).nullish(), values: z.array(z.string().max(200)).max(25).nullish() })

/** From discord.js: `submitted(interaction.fields.fields.values())`. A field that is none of ours' shape is left out. */
export function submitted(fields: Iterable<unknown>): Submitted {
  return Object.fromEntries([...fields].slice(0, 10).flatMap((each) => {
    const read = Field.safeParse(each)
    return read.success ? [[read.data.customId, read.data.values ?? (typeof read.data.value === 'string' ? [read.data.value] : [])]] : []
  }))
}

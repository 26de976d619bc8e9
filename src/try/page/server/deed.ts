import { z } from 'zod'

/** What a person can do in the page. A file stands as `{ file: n }`, the n-th of the form's files. */
const id = z.string().regex(/^\d{1,20}$/)
const locale = z.string().max(10)
const FileRef = z.object({ file: z.int().min(0).max(9) })
export type FileRef = z.infer<typeof FileRef>
const OptionValue = z.union([z.string(), z.number(), z.boolean(), FileRef])
const ModalValue = z.union([z.string(), z.boolean(), z.array(z.string()), z.array(FileRef)])

const called = { channel: id, name: z.string(), subcommand: z.string().optional(), options: z.record(z.string(), OptionValue) }

export const Deed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('say'), channel: id, text: z.string(), replyTo: id.optional(), pingsReply: z.boolean().optional(), files: z.array(FileRef).default([]) }),
  z.object({ kind: z.literal('edit'), message: id, text: z.string() }),
  z.object({ kind: z.enum(['delete', 'dismiss']), message: id }),
  z.object({ kind: z.literal('react'), message: id, emoji: z.string(), on: z.boolean() }),
  z.object({ kind: z.literal('press'), message: id, button: z.string() }),
  z.object({ kind: z.literal('select'), message: id, select: z.string(), values: z.array(z.string()) }),
  z.object({ kind: z.literal('submit'), interaction: id, values: z.record(z.string(), ModalValue) }),
  z.object({ kind: z.literal('command'), ...called }),
  z.object({ kind: z.literal('complete'), ...called, focused: z.string() }),
  z.object({ kind: z.literal('menu'), channel: id, name: z.string(), message: id }),
  z.object({ kind: z.literal('locale'), locale }),
])
export type Deed = z.input<typeof Deed>

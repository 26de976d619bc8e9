import { ApiError, type Problem } from '../rest/api-error.ts'
import { componentRules } from './component-rules.ts'
import { embedRules } from './embed-rules.ts'
import { collectProblems, fieldsOf, type Fields } from './problems.ts'

const isV2 = 1 << 15

export type MessageCheck = {
  /** Names of the files which the message will have. */
  fileNames: ReadonlySet<string>
  uploads: number
  /** Of the message that is edited. */
  existing?: { flags: number; content: string; embeds: number; components: number; files: number; fileIds: ReadonlySet<string> } | undefined
  /** Flags that may be set here. */
  flags?: number
}

/** All that Discord refuses in a message's body, its components and embeds included. */
export function messageRules(body: Fields, { fileNames, uploads, existing, flags: settable = 1 << 2 | 1 << 12 | isV2 }: MessageCheck): Problem[] {
  const problems = collectProblems()
  problems.known([], body, properties)
  problems.text(['content'], body['content'], 0, 2000)
  problems.whole(['flags'], body['flags'], 0, 2 ** 31 - 1)
  const flags = Number(body['flags'] ?? 0)
  if ((flags & ~(settable | (existing?.flags ?? 0))) !== 0) problems.wrong(['flags'], 'MESSAGE_FLAGS_INVALID', `Flags ${flags} cannot be set here.`)
  if (existing && (existing.flags & isV2) !== 0 && body['flags'] !== undefined && body['flags'] !== null && (flags & isV2) === 0) {
    problems.wrong(['flags'], 'MESSAGE_CANNOT_REMOVE_COMPONENTS_V2_FLAG', 'The IS_COMPONENTS_V2 flag cannot be taken off.')
  }
  const v2 = ((flags | (existing?.flags ?? 0)) & isV2) !== 0
  if (v2) legacyFields(problems.wrong, body, existing)
  componentRules(problems, body['components'], { v2, fileNames })
  embedRules(problems, body['embeds'], fileNames)
  attachmentsRules(problems, body, uploads, existing?.fileIds ?? new Set())
  if (body['nonce'] !== undefined && String(body['nonce']).length > 25) problems.wrong(['nonce'], 'NONCE_TYPE_TOO_LONG', 'Must be 25 or fewer in length.')
  if (body['enforce_nonce'] === true && (body['nonce'] === undefined || body['nonce'] === null)) problems.wrong(['nonce'], 'BASE_TYPE_REQUIRED', 'enforce_nonce needs a nonce.')
  problems.list(['sticker_ids'], body['sticker_ids'], 0, 3)
  allowedMentions(problems, body['allowed_mentions'])
  if (problems.problems.length === 0 && isEmpty(body, uploads, existing)) throw new ApiError([400, 50006, 'Cannot send an empty message'], { violation: true })
  return problems.problems
}

const properties = [
  'content', 'nonce', 'enforce_nonce', 'tts', 'embeds', 'allowed_mentions', 'message_reference', 'components', 'sticker_ids', 'flags', 'attachments', 'poll', 'shared_client_theme',
  // discord.js writes these for webhooks and forum posts.
  'username', 'avatar_url', 'thread_name', 'applied_tags',
]

function legacyFields(wrong: ReturnType<typeof collectProblems>['wrong'], body: Fields, existing: MessageCheck['existing']) {
  const becomes = existing && (existing.flags & isV2) === 0
  const left = { content: becomes ? existing.content : '', embeds: becomes && existing.embeds > 0 ? [{}] : [] }
  const holds = (key: string) => {
    const value = body[key] === undefined ? left[key as keyof typeof left] : body[key] // the two that a message keeps when it is edited; else undefined
    return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
  }
  for (const key of ['content', 'embeds', 'poll', 'sticker_ids']) {
    if (holds(key)) wrong([key], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`)
  }
}

function attachmentsRules(problems: ReturnType<typeof collectProblems>, body: Fields, uploads: number, existing: ReadonlySet<string>) {
  const listed = problems.list(['attachments'], body['attachments'], 0, 10)
  for (const [index, one] of listed.entries()) {
    const id = String(fieldsOf(one)['id'])
    problems.text(['attachments', index, 'description'], fieldsOf(one)['description'], 0, 1024)
    if (!existing.has(id) && !(/^\d+$/.test(id) && Number(id) < uploads)) problems.wrong(['attachments', index, 'id'], 'ATTACHMENT_NOT_FOUND', `Attachment ${id} is neither uploaded here nor on the message.`)
  }
  if (uploads > 10) problems.wrong(['attachments'], 'BASE_TYPE_BAD_LENGTH', 'A message has at most 10 files.')
}

function allowedMentions(problems: ReturnType<typeof collectProblems>, value: unknown) {
  const allowed = fieldsOf(value)
  problems.known(['allowed_mentions'], allowed, ['parse', 'users', 'roles', 'replied_user'])
  const parse = problems.list(['allowed_mentions', 'parse'], allowed['parse'], 0, 3)
  for (const kind of parse) if (!['roles', 'users', 'everyone'].includes(String(kind))) problems.wrong(['allowed_mentions', 'parse'], 'BASE_TYPE_CHOICES', "Value must be one of ('everyone', 'roles', 'users').")
  for (const key of ['users', 'roles']) {
    const named = problems.list(['allowed_mentions', key], allowed[key], 0, 100)
    if (named.length > 0 && parse.includes(key)) problems.wrong(['allowed_mentions'], 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', `parse:["${key}"] and ${key}: [ids...] are mutually exclusive.`)
  }
}

function isEmpty(body: Fields, uploads: number, existing: MessageCheck['existing']) {
  const count = (key: string, before: number) => body[key] === undefined ? before : Array.isArray(body[key]) ? body[key].length : 0
  const content = body['content'] === undefined ? existing?.content ?? '' : String(body['content'] ?? '')
  const files = uploads + (body['attachments'] === undefined ? existing?.files ?? 0 : fieldsCount(body['attachments'], uploads))
  return content.trim() === '' && count('embeds', existing?.embeds ?? 0) === 0 && count('components', existing?.components ?? 0) === 0 && count('sticker_ids', 0) === 0 && files === 0
    && body['poll'] === undefined && fieldsOf(body['message_reference'])['type'] !== 1
}

const fieldsCount = (attachments: unknown, uploads: number) => Array.isArray(attachments) ? attachments.filter((one) => Number(fieldsOf(one)['id']) >= uploads).length : 0

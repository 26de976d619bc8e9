/** What Discord answers instead: status, its own code, and which fields are wrong. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly code: number
  readonly problems: readonly Problem[]
  /** A correct bot never gets it, whatever people do. */
  readonly violation: boolean

  constructor([status, code, message]: readonly [number, number, string], { problems = [], violation = false }: { problems?: readonly Problem[]; violation?: boolean } = {}) {
    super(message)
    this.status = status
    this.code = code
    this.problems = problems
    this.violation = violation
  }
}

/** One wrong field: where it is in the body, Discord's name for the rule, and its sentence. */
export type Problem = { path: readonly (string | number)[]; code: string; message: string }

/** Refuses a body that breaks rules, as Discord does: 50035 with the errors nested as the fields are. */
export function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new ApiError([400, 50035, 'Invalid Form Body'], { problems, violation: true })
}

export function nested(problems: readonly Problem[]): Record<string, unknown> {
  const tree: Record<string, unknown> = {}
  for (const { path, code, message } of problems) {
    let branch = tree
    for (const key of path) branch = (branch[key] ??= {}) as Record<string, unknown> // only this loop puts things in
    const errors = (branch['_errors'] ??= []) as unknown[]
    errors.push({ code, message })
  }
  return tree
}

export const no = {
  channel: [404, 10003, 'Unknown Channel'],
  guild: [404, 10004, 'Unknown Guild'],
  member: [404, 10007, 'Unknown Member'],
  message: [404, 10008, 'Unknown Message'],
  user: [404, 10013, 'Unknown User'],
  emoji: [400, 10014, 'Unknown Emoji'],
  webhook: [404, 10015, 'Unknown Webhook'],
  interaction: [404, 10062, 'Unknown interaction'],
  command: [404, 10063, 'Unknown application command'],
  access: [403, 50001, 'Missing Access'],
  permission: [403, 50013, 'Missing Permissions'],
} as const

import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Options, Refusal, Violation } from '../interface.ts'
import type { World } from '../world/world.ts'
import { ApiError, nested } from './api-error.ts'
import type { Fault, Faults } from './faults.ts'
import { rateLimits } from './rate-limits.ts'
import { readBody, type Body } from './read-body.ts'
import { routeFinder, type Route } from './route.ts'

export type Record_ = { violate(violation: Violation): void; refusals: Refusal[]; requests: Map<string, number> }

/** Answers one request of the bot: limits, faults, checks, the route, and what went wrong in Discord's own form. */
export function restServer({ world, routes, faults, record, check }: { world: World; routes: readonly Route[]; faults: Faults; record: Record_; check: Options['check'] }) {
  const find = routeFinder(routes)
  const limit = rateLimits(world)

  return async (request: IncomingMessage, response: ServerResponse, url: URL) => {
    const method = request.method ?? 'GET'
    const path = url.pathname.replace(/^\/api(\/v\d+)?/, '')
    const found = find(method, path)
    let seen: Body = { body: undefined, uploads: new Map(), contentType: 'none' }
    const refuse = (error: ApiError, headers: Record<string, string> = {}, extra: object = {}) => {
      record.refusals.push({ method, path, status: error.status, code: error.code, message: error.message })
      if (record.refusals.length > 1000) record.refusals.shift()
      if (error.violation) for (const { path: at, code, message } of error.problems) record.violate({ rule: code, where: at.join('.'), message, request: { method, path, body: seen.body } })
      if (error.violation && error.problems.length === 0) record.violate({ rule: String(error.code), where: '', message: error.message, request: { method, path, body: seen.body } })
      answer(response, error.status, { message: error.message, code: error.code, ...error.problems.length > 0 && { errors: nested(error.problems) }, ...extra }, headers)
    }
    const asked = `${method} ${found?.route.template ?? path}`
    record.requests.set(asked, (record.requests.get(asked) ?? 0) + 1)
    let headers: Record<string, string> = {}
    try {
      seen = await readBody(request, { atMost: world.limits.requestBytes })
      if (!found) throw new ApiError([404, 0, '404: Not Found'], { violation: true })
      const wait = faults.delay(asked, `${method} ${path}`)
      if (wait > 0) await sleep(wait)
      authorize(world, found.route, request)
      const fault = faults.next(asked, `${method} ${path}`)
      if (fault && fault.after !== 'after effect') return fail(fault)
      const verdict = limit(found.route, found.params)
      headers = verdict.headers
      if (verdict.refused) return tooMany(verdict.refused)
      checkSpecification(found.route)
      const result = await found.route.run({ world, params: found.params, query: url.searchParams, body: seen.body, uploads: seen.uploads })
      if (fault) return fail(fault)
      answer(response, result === undefined ? 204 : 200, result, headers)
    } catch (error) {
      if (error instanceof ApiError) return refuse(error, headers)
      // A mistake of ours: seen as a violation, so that no suite passes over it.
      record.violate({ rule: 'small Discord', where: asked, message: error instanceof Error ? error.stack ?? error.message : String(error), request: { method, path, body: seen.body } })
      answer(response, 500, { message: 'Internal Server Error', code: 0 })
    }

    function checkSpecification(route: Route) {
      const wrong = check?.({ method, template: route.template, path, query: Object.fromEntries(url.searchParams), body: seen.body, contentType: seen.contentType }) ?? []
      for (const message of wrong) record.violate({ rule: 'specification', where: asked, message, request: { method, path, body: seen.body } })
    }

    function tooMany({ retryAfter, global, scope }: { retryAfter: number; global: boolean; scope: string }) {
      const error = new ApiError([429, 0, 'You are being rate limited.'])
      refuse(error, { ...headers, 'Retry-After': String(Math.ceil(retryAfter)), 'X-RateLimit-Scope': scope, ...global && { 'X-RateLimit-Global': 'true' } }, { retry_after: retryAfter, global })
    }

    function fail(fault: Fault) {
      if (fault.status === 0) return void request.socket.destroy()
      const error = new ApiError([fault.status, fault.code ?? 0, fault.message ?? (fault.status === 429 ? 'You are being rate limited.' : `${fault.status}: ordered by the test`)])
      if (fault.status !== 429) return refuse(error, headers)
      const { retryAfter = 1, scope = 'user' } = fault
      refuse(error, { ...headers, 'Retry-After': String(retryAfter), 'X-RateLimit-Scope': scope, ...scope === 'global' && { 'X-RateLimit-Global': 'true' } }, { retry_after: retryAfter, global: scope === 'global' })
    }
  }
}

function authorize(world: World, route: Route, request: IncomingMessage) {
  if (!/^DiscordBot \(.+\)/.test(request.headers['user-agent'] ?? '')) throw new ApiError([403, 40333, 'A valid User-Agent is required: DiscordBot (url, version).'], { violation: true })
  if (!route.byToken && request.headers.authorization !== `Bot ${world.token}`) throw new ApiError([401, 0, '401: Unauthorized'])
}

/** A 204 must carry no JSON content type: discord.js would parse it. */
function answer(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
  if (response.destroyed) return
  if (status === 204) return void response.writeHead(204, headers).end()
  const text = JSON.stringify(body)
  response.writeHead(status, { ...headers, 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }).end(text)
}

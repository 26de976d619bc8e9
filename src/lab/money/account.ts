import type { Queryable } from '../../store/transaction.ts'
import { assumed, Caps, dayOf, type Limit, monthOf } from './caps.ts'

/** Who pays for a production: its owner, in its server. Where nobody owns it, it pays for itself. */
export type Account = { production: string; person: string; guild: string | null; budget: number | null; roles: string[]; caps: Caps }

export async function accountOf(client: Queryable, production: string): Promise<Account> {
  const { rows: [row] } = await client.query(
    `select coalesce(t.owner, p.owner, p.id) as person, t.guild, p.budget::float, g.settings, m.roles
      from redcliff.productions p left join redcliff.threads t on t.production = p.id left join redcliff.guilds g on g.guild = t.guild
        left join redcliff.members m on m.guild = t.guild and m.person = t.owner where p.id = $1`, [production])
  return {
    production, person: row?.person ?? production, guild: row?.guild ?? null, budget: row?.budget ?? null, roles: row?.roles ?? [],
    // what a server has set of other things is not ours to judge
    caps: Caps.catch(Caps.parse({})).parse(row?.settings ?? {}),
  }
}

/** Who holds this lock is alone in setting money aside there, until the end of the transaction. */
export const lockAccount = (client: Queryable, { guild, production }: Account) =>
  client.query('select pg_advisory_xact_lock(hashtextextended($1, 7))', [guild === null ? `production ${production}` : `guild ${guild}`])

type Rule = Omit<Limit, 'spoken'>

/** The caps that hold for this production now, the nearest to it first. */
export function rulesFor({ production, person, guild, budget, roles, caps }: Account, now: Date): Rule[] {
  const film = budget === null ? caps.capFilm : Math.min(budget, caps.capFilm ?? Infinity)
  const own = caps.capRoles.filter(({ role }) => roles.includes(role))
  // no cap of a role is no cap for who has it
  const most = (which: 'day' | 'month') => own.some((each) => each[which] === null) ? null : Math.max(...own.map((each) => each[which] ?? 0))
  const byRole = own.length > 0
  const rule = (kind: Limit['kind'], account: string, dollars: number | null, period: { from: Date | null; until: Date | null }): Rule[] =>
    dollars === null ? [] : [{ kind, account, dollars, ...period }]
  if (guild === null) return rule('film', production, film, { from: null, until: null })
  const [day, month] = [dayOf(now), monthOf(now)]
  return [
    ...rule('film', production, film, { from: null, until: null }),
    ...rule(byRole ? 'role-day' : 'person-day', `${guild} ${person}`, byRole ? most('day') : caps.capPersonDay, day),
    ...rule(byRole ? 'role-month' : 'person-month', `${guild} ${person}`, byRole ? most('month') : caps.capPersonMonth, month),
    ...rule('server-day', guild, caps.capServerDay, day),
    ...rule('server-month', guild, caps.capServerMonth, month),
  ]
}

/** The caps with what is spent and set aside under each, in one statement. What is being made counts in whatever period it ends. */
export async function limitsOf(client: Queryable, account: Account, now: Date): Promise<Limit[]> {
  const rules = rulesFor(account, now)
  if (rules.length === 0) return []
  const { rows } = await client.query(
    `with spent as (
      select production, person, created_at, generation, ${spentOf('p')} as dollars from redcliff.purchases p
        where (guild = $1 and created_at >= $4) or production = $2
    ), aside as (
      select g.production, g.person, greatest(0, coalesce(g.reserved_cost, ${assumed}) - coalesce((select sum(${spentOf('u')}) from redcliff.purchases u where u.generation = g.key and u.created_at >= g.ordered_at), 0)) as dollars
        from redcliff.generations g where (g.guild = $1 or g.production = $2) and g.status in ('intent', 'submitted', 'unknown') and g.reserved_cost is distinct from 0
    ) select kind,
        (select coalesce(sum(dollars), 0) from spent where (since is null or created_at >= since) and case when kind = 'film' then production = $2 when kind like 'server-%' then true else person = $3 end)
        + (select coalesce(sum(dollars), 0) from aside where case when kind = 'film' then production = $2 when kind like 'server-%' then true else person = $3 end) as spoken
      from unnest($5::text[], $6::timestamptz[]) rule (kind, since)`,
    [account.guild, account.production, account.person, monthOf(now).from, rules.map(({ kind }) => kind), rules.map(({ from }) => from)])
  const spoken = new Map(rows.map((row) => [row.kind, Number(row.spoken)]))
  return rules.map((rule) => ({ ...rule, spoken: spoken.get(rule.kind) ?? 0 }))
}

/** What a purchase has cost, or must be taken to have cost while that is not known. A failed one costs what the provider kept. */
export const spentOf = (row: string) =>
  `case when ${row}.status = 'failed' then coalesce(${row}.cost, 0) else coalesce(${row}.cost, ${row}.reserved, ${assumed}) end`

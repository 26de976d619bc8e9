import { Tool } from '../../studio/comfyui/tool.ts'
import { readyTools } from '../../studio/comfyui/ready-tools.ts'
import { toJsonb } from '../../store/json.ts'
import type { Store } from '../../store/open-store.ts'

export type Kept = { tool: Tool; person: string | null; at: Date }

/** The workflows of a server, as rows; every worker hears of a change and reads them anew. */
export const keepWorkflows = ({ pool }: Pick<Store, 'pool'>) => ({
  async all(guild: string): Promise<Kept[]> {
    const { rows } = await pool.query('select body, person, at from redcliff.tools where guild = $1 order by name', [guild])
    return rows.flatMap(({ body, person, at }) => {
      const tool = Tool.safeParse(body)
      return tool.success ? [{ tool: tool.data, person, at }] : []
    })
  },
  /** `taken`: the name is one of our own or another server's, and orders go by names. */
  async save(guild: string, tool: Tool, person: string): Promise<'new' | 'replaced' | 'taken'> {
    if ((await readyTools()).some(({ name }) => name === tool.name)) return 'taken'
    const { rows: [row] } = await pool.query(
      `with kept as (
        insert into redcliff.tools as t (guild, name, body, person)
        select $1, $2, $3::jsonb, $4 where not exists (select from redcliff.tools where name = $2 and guild <> $1)
        on conflict (guild, name) do update set body = excluded.body, person = excluded.person, at = now()
        returning xmax = 0 as fresh
      ) select fresh, pg_notify('redcliff_tools', '') from kept`, [guild, tool.name, toJsonb(tool), person])
    return row === undefined ? 'taken' : row.fresh ? 'new' : 'replaced'
  },
  async remove(guild: string, name: string): Promise<boolean> {
    const { rowCount } = await pool.query(
      `with gone as (delete from redcliff.tools where guild = $1 and name = $2 returning name) select pg_notify('redcliff_tools', '') from gone`, [guild, name])
    return rowCount === 1
  },
})

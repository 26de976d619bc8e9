import { mail } from '../../store/mail.ts'
import type { Store } from '../../store/open-store.ts'
import { transaction } from '../../store/transaction.ts'
import type { Office } from '../office.ts'

/** Mails an event; who sent it and where that person can be answered go with it. */
export const sendEvent = (store: Store): Pick<Office, 'send'> => ({
  send: (production, key, event, { by, reply } = {}) => transaction(store.pool, async (client) => {
    const body = { ...event, ...(by ? { by } : {}), ...(reply ? { from: reply.id } : {}) }
    const fresh = await mail(store, client, production, key, body)
    if (fresh && reply) {
      await client.query(
        'insert into redcliff.replies (id, application, token, locale) values ($1, $2, $3, $4) on conflict (id) do nothing',
        [reply.id, reply.application, reply.token, reply.locale])
    }
    return fresh
  }),
})

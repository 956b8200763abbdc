/** What nobody needs any more: the record keeps what happened. */
import { Type } from 'typebox'
import { action, type Job } from '../../kernel/module.ts'
import { tidyBefore } from './queries.ts'

const DAY_MS = 24 * 3_600_000
/** Sessions stay for as long as a strong one can still count for a key, and longer. */
const SESSION_DAYS = 180
const LINK_DAYS = 30

export const tidyAccounts = action('identity.tidy', 'operate', Type.Object({}), async (act) => {
  const ago = (days: number): Date => new Date(act.now.getTime() - days * DAY_MS)
  const deleted = await tidyBefore(act.db, { sessions: ago(SESSION_DAYS), links: ago(LINK_DAYS), attempts: ago(1), challenges: act.now })
  await act.record('identity.tidied', { object: ['identity.user', 'all'], details: deleted })
})

export const tidyJob: Job = { name: tidyAccounts.name, cron: '40 3 * * *', run: tidyAccounts }

/** What nobody needs any more: mails that went out or never will, and deliveries that cannot come again. */
import { sql } from 'kysely'
import { Type } from 'typebox'
import { action, type Job } from '../module.ts'

const KEPT_DAYS = 30

const tidy = action('kernel.tidy', 'operate', Type.Object({}), async (act) => {
  const before = new Date(act.now.getTime() - KEPT_DAYS * 24 * 3_600_000)
  const mails = await sql`delete from kernel_mail where written_at < ${before}`.execute(act.db)
  const deliveries = await sql`delete from kernel_inbox where at < ${before}`.execute(act.db)
  await sql`delete from kernel_letter_count where began_at < ${before}`.execute(act.db)
  await act.record('kernel.tidied', {
    object: ['kernel.queue', 'delivery'],
    details: {
      before: before.toISOString(),
      mails: Number(mails.numAffectedRows ?? 0),
      deliveries: Number(deliveries.numAffectedRows ?? 0),
    },
  })
})

export const kernelJobs: readonly Job[] = [{ name: tidy.name, cron: '20 3 * * *', run: tidy }]

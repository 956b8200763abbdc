import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { atEnd } from '../../../../test/at-end.ts'
import { groundOf } from '../../../../test/database.ts'
import { eventually } from '../../../../test/eventually.ts'
import { edited, type Files, xincheng } from '../../../../test/pack.ts'
import { memberFor, memberOf, somebody } from '../../../../test/people.ts'
import { freshApp } from '../../../../test/site.ts'
import { demo, startJobs } from '../../../app.ts'
import type { Who } from '../../../kernel/who.ts'
import { packOf } from '../../../pack/read.ts'
import { publish } from '../../edition/index.ts'
import { myNotices } from '../../notification/index.ts'
import { correction, demoUscc, factsPage, proposeCorrection, recomputeDue, withdrawCorrection } from '../index.ts'

/** A Monday; ten working days later is 2024-09-17, as two days are off and a Saturday is worked. */
const NOW = '2024-09-02T01:00:00Z'
const { app, database } = await freshApp('xincheng', NOW)
const { db } = database
const worker = await startJobs(groundOf(database, NOW), database, null)
atEnd(() => worker.stop())
const OWN = demoUscc(1)
const operator: Who = { kind: 'operator', name: 'test' }
await demo(app, 2, 1, 'test')
const somebodyNew = await somebody(database, { name: '陈经办' })
await memberFor(database, somebodyNew, OWN, 'submit')
const clerk = { ...somebodyNew, memberships: memberOf(OWN, 'submit') }

const files = await xincheng()
/** Publishes the texts as the operator, and computes anew what is due by them. */
const put = async (texts: Files) => {
  await app.perform(operator, publish, { files: Object.fromEntries(texts) })
  return app.perform(operator, recomputeDue, {})
}
const propose = async (nth: number): Promise<string> => {
  const { facts } = await app.perform(clerk, factsPage, { enterprise: OWN })
  const money = facts.filter(({ declaration, disputed }) => declaration.type === 'money' && disputed === null)
  const input = {
    enterprise: OWN,
    fact: money[nth]!.fact,
    value: '123456.78 元',
    validOn: '2024-06-01',
    reason: '审计报告不同',
    evidence: [],
  }
  return (await app.perform(clerk, proposeCorrection, input)).id
}
const dueOf = async (id: string) => {
  const { dueOn, provisional, daysLeft } = await app.perform(clerk, correction, { enterprise: OWN, correction: id })
  return [dueOn, provisional, daysLeft]
}
const computed = async (id: string) =>
  (
    await sql<{ calendar: string }>`select calendar from party_correction_due where correction_id = ${id} order by seq`.execute(db)
  ).rows.map(({ calendar }) => calendar)

describe('when a correction is due', () => {
  let open = ''
  let withdrawn = ''
  beforeAll(async () => {
    open = await propose(0)
    withdrawn = await propose(0)
    await app.perform(clerk, withdrawCorrection, { enterprise: OWN, correction: withdrawn })
  })

  it('is counted over the holidays of the pack, whose calendar it names', async () => {
    expect(await dueOf(open)).toEqual(['2024-09-17', false, 10])
    expect(await computed(open)).toEqual([packOf(files, '2024-09-02').pack?.calendar.hash])
  })

  it('stays while the calendar says the same', async () => {
    expect(await put(edited(files, 'README.md', '请勿用于', '不得用于'))).toEqual({ moved: 0 })
    expect((await computed(open)).length).toBe(1)
  })
  it('moves with a new arrangement of holidays, which is recorded and told; what is closed stays', async () => {
    const before = await dueOf(withdrawn)
    const head = 'day,kind,name,name_en,year,source\n'
    const more = edited(files, 'calendar/2024.csv', head, `${head}2024-09-09,holiday,加放一天,A day more,2024,calendar-gazette\n`)
    expect(await put(more)).toEqual({ moved: 1 })
    expect(await dueOf(open)).toEqual(['2024-09-18', false, 10])
    expect([(await dueOf(withdrawn)).slice(0, 2), (await computed(withdrawn)).length]).toEqual([before.slice(0, 2), 1])
    const { rows } = await sql<{
      event: string
    }>`select event from kernel_event where event = 'party.due-changed' and object_id = ${open}`.execute(db)
    expect(rows.length).toBe(1)
    const { notices } = await eventually(
      () => app.perform(clerk, myNotices, {}),
      (mine) => mine.notices.length > 0,
    )
    expect(notices[0]?.text.en).toContain('is now due on 2024-09-18')
  })

  it('is provisional once nothing is arranged for the year', async () => {
    await put(edited(files, 'datapackage.json', '"calendar/2024.csv",', ''))
    expect((await dueOf(open)).slice(0, 2)).toEqual(['2024-09-16', true])
  })

  it('is never rewritten, not even by hand', async () => {
    await expect(sql`update party_correction_due set due_on = '2030-01-01'`.execute(db)).rejects.toThrow('append-only')
    await expect(sql`delete from party_correction_due`.execute(db)).rejects.toThrow('append-only')
  })
})

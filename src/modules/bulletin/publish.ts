/** Publishing: a second person looks at the draft and gives it its number. */
import { action } from '../../kernel/module.ts'
import { personIn } from '../party/index.ts'
import { type BulletinPublished, PublishBulletin } from './contract.ts'
import { fail } from './messages.ts'
import { hold, insertPublication, nextNumber, published } from './queries.ts'
import { draftIn, ownDepartment, PLANNER } from './read.ts'
import { numberText } from './rules/number.ts'

/** Publishes the draft that was looked at; refused to whoever drew up any version of it. */
export const publishBulletin = action(
  'bulletin.publish',
  PLANNER,
  PublishBulletin,
  async (act, input): Promise<{ readonly id: string }> => {
    const by = personIn(act)
    await hold(act.db, 'bulletin_publication')
    await hold(act.db, `bulletin/${input.bulletin}`)
    const { latest } = await draftIn(act, input.bulletin)
    const { bulletin, version, scope, quarter, hash, replaces } = latest
    if (latest.published_version !== null) fail('bulletin.published', {})
    const standing = (await published(act.db, [scope])).find((each) => each.quarter === quarter)
    if (hash !== input.hash || (standing?.bulletin ?? null) !== replaces) fail('bulletin.moved', {})
    await act.duty('publish', ['bulletin.bulletin', bulletin])
    const year = Number(act.today.slice(0, 4))
    const number = await nextNumber(act.db, scope, year)
    const department = await ownDepartment(act)
    await insertPublication(act.db, {
      bulletin,
      version,
      scope,
      year,
      number,
      published_on: act.today,
      published_by: by.id,
      published_at: act.now,
      department_zh: department.zh,
      department_en: department.en,
    })
    await act.record('bulletin.published', {
      object: ['bulletin.bulletin', bulletin],
      before: { state: 'draft', version },
      after: { number: numberText(scope, year, number).zh, version, hash, quarter, replaces },
    })
    if (scope === 'public') act.emit<BulletinPublished>({ type: 'bulletin.published', bulletin })
    return { id: bulletin }
  },
)

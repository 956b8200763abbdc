/** Drawing up a bulletin: everything it reports is put together and kept as it stands at that moment. */
import { dayOf, spanOf } from '../../core/dates.ts'
import { canonicalJson, type Json } from '../../core/evidence/canonical.ts'
import { sha256Hex } from '../../core/evidence/sha256.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { type Act, action } from '../../kernel/module.ts'
import { personIn } from '../party/index.ts'
import { overview } from '../plan/index.ts'
import { isQuarter, quarterOf, tasksOn } from '../worklist/index.ts'
import { DraftBulletin } from './contract.ts'
import { fail, failAt } from './messages.ts'
import { type BulletinRow, hold, insertDraft, published, versionsOf } from './queries.ts'
import { contentIn, earlierOf, ownDepartment, PLANNER } from './read.ts'
import type { Beside } from './rules/body.ts'
import { changesSince } from './rules/changes.ts'
import { type Facts, factsOf, SCOPES, type Scope } from './rules/content.ts'
import { contentOf } from './rules/document.ts'

type Wish = { readonly quarter: string; readonly scope: Scope; readonly asOf: string; readonly known: string }

const dayIn = (field: string, text: string, fallback: string): string =>
  text.trim() === '' ? fallback : (dayOf(text.trim()) ?? failAt(field, 'bulletin.day', { day: text }))

/** What is wanted, with the days that were left out. */
const wishOf = (input: DraftBulletin, today: string): Wish => {
  const quarter = input.quarter.trim()
  const span = isQuarter(quarter) && quarter <= quarterOf(today) ? spanOf(quarter) : null
  if (span === null) return failAt('quarter', 'bulletin.quarter', { quarter })
  const scope = SCOPES.find((each) => each === input.scope) ?? failAt('scope', 'bulletin.scope', {})
  const asOf = dayIn('asOf', input.asOf, span.last < today ? span.last : today)
  if (asOf < span.first || asOf > today) failAt('asOf', 'bulletin.as-of', { first: span.first, last: today })
  const known = dayIn('known', input.known, today)
  if (known < asOf || known > today) failAt('known', 'bulletin.known', { first: asOf, last: today })
  return { quarter, scope, asOf, known }
}

const factsFor = async (act: Act, { quarter, scope, asOf, known }: Wish): Promise<Facts> => {
  const { pack, plan, annual, later } = await overview.run(act, { asOf, known })
  const tasks = await tasksOn(act, Number(quarter.slice(0, 4)), known)
  return factsOf({ quarter, scope, asOf, known, pack, assessments: [...plan, ...later, ...annual], tasks })
}

/** The bulletin that stands for the quarter, and the latest one of a quarter before. */
const besideOf = (rows: readonly BulletinRow[], facts: Facts, reason: string): Beside => {
  const standing = rows.find(({ quarter }) => quarter === facts.quarter)
  const before = rows.filter(({ quarter }) => quarter < facts.quarter).toSorted((a, b) => (a.quarter < b.quarter ? 1 : -1))[0]
  if (standing && reason === '') failAt('reason', 'bulletin.reason', { quarter: facts.quarter, number: earlierOf(standing).number.zh })
  return {
    replaces: standing ? { ...earlierOf(standing), reason } : null,
    comparison: before ? { with: earlierOf(before), changes: changesSince(contentIn(before), facts) } : null,
  }
}

/** Draws up a bulletin of a quarter, or draws one anew that nobody has published; answers with its id. */
export const draftBulletin = action('bulletin.draft', PLANNER, DraftBulletin, async (act, input): Promise<{ readonly id: string }> => {
  const by = personIn(act)
  const wish = wishOf(input, act.today)
  const id = input.bulletin === '' ? newId(act.now) : input.bulletin
  await hold(act.db, `bulletin/${id}`)
  const versions = isId(id) ? await versionsOf(act.db, id) : []
  if (input.bulletin !== '' && versions.length === 0) fail('bulletin.unknown', {})
  if (versions.some(({ published_version }) => published_version !== null)) fail('bulletin.published', {})
  const facts = await factsFor(act, wish)
  const beside = besideOf(await published(act.db, [wish.scope]), facts, input.reason.trim())
  const content = canonicalJson(contentOf(facts, beside) as unknown as Json)
  const hash = sha256Hex(content)
  const department = await ownDepartment(act)
  const version = (versions[0]?.version ?? 0) + 1
  await act.duty('draft', ['bulletin.bulletin', id])
  await insertDraft(act.db, {
    bulletin: id,
    version,
    quarter: wish.quarter,
    scope: wish.scope,
    content,
    hash,
    replaces: beside.replaces?.id ?? null,
    drafted_by: by.id,
    drafted_at: act.now,
    department_zh: department.zh,
    department_en: department.en,
  })
  await act.record('bulletin.drafted', {
    object: ['bulletin.bulletin', id],
    before: versions[0] ? { version: versions[0].version, hash: versions[0].hash } : null,
    after: { version, hash, ...wish, replaces: beside.replaces?.id ?? null },
  })
  return { id }
})

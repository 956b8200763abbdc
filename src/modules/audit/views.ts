/** The record as it is read. Lists show who did what to which thing; contents are opened one by one, which is recorded (`actions.ts`). */
import { Type } from 'typebox'
import type { ChainReport } from '../../core/evidence/chain.ts'
import type { Checkpoint } from '../../core/evidence/checkpoint.ts'
import { checkpointsIn, headsIn } from '../../kernel/audit/checkpoints.ts'
import { actedIn, type DutyRuleRow, dutyRules, eventsOf, latestOf, worksAsSite } from '../../kernel/audit/queries.ts'
import { type ListPart, ListWish, listed } from '../../kernel/listing.ts'
import { type Condition, type Look, type View, view } from '../../kernel/module.ts'
import { peopleFound } from '../identity/index.ts'
import { AUDITOR, type Duties, type Names, type ObjectEvent, RECORD, type Standings, type Verification } from './contract.ts'
import { namesOf, PERSON, standingsOf } from './names.ts'
import { eventListing } from './queries.ts'

const Nothing = Type.Object({})
const MOST_NAMED = 200
const MOST_EVENTS = 500
const MOST_MATTERS = 100

/** Whom a filter means: actors as the record names them, or everybody whose name, address or number holds the text. Null where it names none. */
const actorsMeant = async (look: Look, text: string): Promise<readonly string[] | null> => {
  if (text === '' || /^(person:|operator:|visitor)/.test(text)) return null
  const people = await peopleFound(look, text, MOST_NAMED)
  return people.map(({ id }) => `${PERSON}${id}`)
}

/** The listing that a wish means, and the wish without what the listing already holds to. */
export const eventsWished = async (look: Look, wish: ListWish) => {
  const { actor = '', ...filters } = wish.filters ?? {}
  const actors = await actorsMeant(look, actor.trim())
  const rest = actors === null && actor !== '' ? { ...filters, actor } : filters
  return { listing: eventListing(look.timeZone, actors), wish: { ...wish, filters: rest } }
}

/** A part of the record, the latest first. */
export const eventList = view('audit.events', AUDITOR, ListWish, async (look, asked): Promise<ListPart & { readonly names: Names }> => {
  const { listing, wish } = await eventsWished(look, asked)
  const part = await listed(look.db, listing, wish)
  return {
    ...part,
    names: await namesOf(
      look,
      part.rows.flatMap(({ actor }) => actor ?? []),
      part.rows.map(({ objectType, objectId }) => [objectType ?? '', objectId ?? '']),
    ),
  }
})

/** What happened to one thing, the latest first: by whom, in which post, for whom. */
export const objectHistory = view(
  'audit.object',
  AUDITOR,
  Type.Object({ type: Type.String({ maxLength: 200 }), id: Type.String({ maxLength: 500 }) }),
  async (
    look,
    { type, id },
  ): Promise<{ readonly events: readonly ObjectEvent[]; readonly names: Names; readonly standings: Standings }> => {
    const kept = await eventsOf(look.db, [type, id], MOST_EVENTS)
    const events = kept.map(({ event, contents }) => ({
      event,
      erased: contents === null && (event.before ?? event.after ?? event.details) !== null,
    }))
    return {
      events,
      standings: await standingsOf(
        look,
        kept.map(({ event }) => event),
      ),
      names: await namesOf(
        look,
        events.map(({ event }) => event.actor),
        [[type, id]],
      ),
    }
  },
)

/** Who did what in which matter, the latest matter first, and which duties are kept apart. */
export const dutyReport = view(
  'audit.duties',
  AUDITOR,
  Type.Object({ scope: Type.Optional(Type.String({ maxLength: 200 })), id: Type.Optional(Type.String({ maxLength: 500 })) }),
  async (
    look,
    asked,
  ): Promise<{
    readonly matters: readonly Duties[]
    readonly rules: readonly DutyRuleRow[]
    readonly names: Names
    readonly standings: Standings
  }> => {
    const rows = await actedIn(look.db, { scope: asked.scope || null, id: asked.id || null }, MOST_MATTERS)
    const acts = rows.map(({ scope, scope_id, post }) => ({ object: [scope, scope_id] as const, post, onBehalfOf: null }))
    const matters = Map.groupBy(rows, ({ scope, scope_id }) => `${scope}\n${scope_id}`)
    return {
      matters: [...matters.values()].map((acts) => ({
        scope: acts[0]!.scope,
        id: acts[0]!.scope_id,
        acts: acts.map(({ actor, role, post, at, warned }) => ({ actor, role, post, at: at.toISOString(), warned })),
      })),
      rules: await dutyRules(look.db),
      names: await namesOf(
        look,
        rows.map(({ actor }) => actor),
      ),
      standings: await standingsOf(look, acts),
    }
  },
)

/** The last time the whole record was walked; null before the first. */
const lastVerification = async (look: Look): Promise<Verification | null> => {
  const kept = await latestOf(look.db, 'audit.verified', RECORD)
  if (!kept?.contents?.after) return null
  return { at: kept.event.at, actor: kept.event.actor, report: JSON.parse(kept.contents.after) as ChainReport }
}

/** Whether the record is whole, as far as is known: how many events it has, when it was last walked, the last checkpoint. */
export const recordState = view(
  'audit.state',
  AUDITOR,
  Type.Object({}),
  async (
    look,
  ): Promise<{
    readonly events: number
    readonly last: Verification | null
    readonly checkpoint: Checkpoint | null
    readonly names: Names
  }> => {
    const last = await lastVerification(look)
    const [checkpoint = null] = await checkpointsIn(look.db, 1)
    const events = (await headsIn(look.db)).reduce((sum, { seq }) => sum + seq, 0)
    return { events, last, checkpoint, names: await namesOf(look, last ? [last.actor] : []) }
  },
)

const OLD_MS = 2 * 86_400_000

/** What an administrator should know of the record: whether the site could change it, and how old the last checkpoint is. */
export const recordHealth: View<typeof Nothing, readonly Condition[]> = view(
  'audit.health',
  { post: ['administrator', 'auditor'] },
  Nothing,
  async (look) => {
    const isRole = await worksAsSite(look.db)
    const [last] = await checkpointsIn(look.db, 1)
    const isFresh = last !== undefined && look.now.getTime() - Date.parse(last.at) < OLD_MS
    return [
      {
        name: { zh: '操作记录由谁保护', en: 'What protects the record' },
        value: isRole
          ? { zh: '数据库权限和触发器', en: 'rights of the database, and triggers' }
          : {
              zh: '只有触发器：数据库账户不能建立角色 planwright_site',
              en: 'triggers alone: the account may not make the role planwright_site',
            },
        isWell: isRole,
      },
      {
        name: { zh: '最近的检查点', en: 'The latest checkpoint' },
        value: last
          ? { zh: `第 ${last.number} 个，${look.dayOf(new Date(last.at))}`, en: `number ${last.number}, ${look.dayOf(new Date(last.at))}` }
          : { zh: '还没有', en: 'none yet' },
        isWell: isFresh,
      },
    ]
  },
)

/** The latest checkpoints, for everybody. */
export const checkpoints = view(
  'audit.checkpoints',
  'public',
  Type.Object({ newest: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })) }),
  (look, { newest = 100 }): Promise<readonly Checkpoint[]> => checkpointsIn(look.db, newest),
)

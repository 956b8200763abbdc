/** Somebody's own notices and what they want to be told of. */
import { Type } from 'typebox'
import { type Act, action, FIRST_SHOWN, type Look, view, type Waiting } from '../../kernel/module.ts'
import type { Notice } from './contract.ts'
import { fail } from './messages.ts'
import { countUnread, isThere, lastNotices, markRead, type Reader, saveSetting, settingsChosen } from './queries.ts'
import { type Settings, settingsOf } from './rules/channels.ts'
import { isKind, KINDS, kindNames, sentenceOf } from './rules/kinds.ts'

const SHOWN = 100

/** The person who asks; nobody else has notices. */
const readerOf = ({ who }: Look): Reader =>
  who.kind === 'person'
    ? { user: who.id, enterprises: [...new Set(who.memberships.map(({ enterprise }) => enterprise))] }
    : fail('notification.unknown', {})

export const myNotices = view(
  'notification.mine',
  'person',
  Type.Object({}),
  async (look): Promise<{ readonly notices: readonly Notice[]; readonly unread: number; readonly settings: Settings }> => {
    const reader = readerOf(look)
    const rows = await lastNotices(look.db, reader, SHOWN)
    return {
      notices: rows.flatMap(({ id, kind, params, link, at, read_at }) =>
        isKind(kind) ? [{ id, text: sentenceOf(kind, params), link, at, read: read_at !== null }] : [],
      ),
      unread: await countUnread(look.db, reader),
      settings: settingsOf(await settingsChosen(look.db, reader.user)),
    }
  },
)

export const unreadCount = view('notification.unread-count', 'person', Type.Object({}), (look) => countUnread(look.db, readerOf(look)))

/** Notices that nobody has read yet. */
export const noticesUnread = view('notification.unread', 'person', Type.Object({}), async (look): Promise<Waiting> => {
  const reader = readerOf(look)
  const count = await countUnread(look.db, reader)
  const unread = (await lastNotices(look.db, reader, FIRST_SHOWN)).filter(({ read_at }) => read_at === null)
  return {
    count,
    text: { zh: `${count} 条通知未读`, en: `${count} unread ${count === 1 ? 'notice' : 'notices'}` },
    page: '/notifications',
    first: unread.flatMap(({ kind, params, link }) =>
      isKind(kind) ? [{ text: sentenceOf(kind, params), page: link, due: null, isLate: false }] : [],
    ),
  }
})

const read = async (act: Act, id: string | null): Promise<void> => {
  const reader = readerOf(act)
  if (id !== null && !(await isThere(act.db, reader, id))) fail('notification.unknown', {})
  const count = (await markRead(act.db, reader, id, act.now)).length
  await act.record('notification.read', { object: ['identity.user', reader.user], details: { notice: id, count } })
}

export const readNotice = action('notification.read', 'person', Type.Object({ id: Type.String({ format: 'uuid' }) }), (act, { id }) =>
  read(act, id),
)
export const readAllNotices = action('notification.read-all', 'person', Type.Object({}), (act) => read(act, null))

const Names = Type.Array(Type.String({ maxLength: 100 }), { maxItems: 100 })

/** The kinds one wants to be told of on the site and by e-mail; of all others that can be refused one is not. */
export const chooseNotices = action(
  'notification.choose',
  'person',
  Type.Object({ site: Names, mail: Names }),
  async (act, { site, mail }): Promise<void> => {
    const { user } = readerOf(act)
    const stranger = [...site, ...mail].find((kind) => !isKind(kind))
    if (stranger !== undefined) fail('notification.kind', { kind: stranger })
    const before = settingsOf(await settingsChosen(act.db, user))
    for (const kind of kindNames.filter((each) => !KINDS[each].mandatory))
      await saveSetting(act.db, user, kind, { site: site.includes(kind), mail: mail.includes(kind) })
    const after = settingsOf(await settingsChosen(act.db, user))
    await act.record('notification.chosen', { object: ['identity.user', user], before, after })
  },
)

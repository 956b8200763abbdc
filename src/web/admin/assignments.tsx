/** Who holds which post, as administrators see it. */
import type { Text } from '../../core/messages.ts'
import type { Assignment, AssignmentState } from '../../modules/office/index.ts'
import { useSay } from '../language.ts'
import { Heads } from '../parts/basic.tsx'
import { useTimes } from '../times.ts'
import { roleText } from '../who-words.ts'

const WORDS = {
  person: { zh: '人员', en: 'Person' },
  post: { zh: '岗位', en: 'Post' },
  department: { zh: '部门', en: 'Department' },
  roles: { zh: '职责', en: 'Roles' },
  days: { zh: '起止', en: 'Days' },
  state: { zh: '状态', en: 'State' },
  by: { zh: '由谁办理', en: 'By whom' },
  acting: { zh: '代理', en: 'acting' },
  forGood: { zh: '长期', en: 'for good' },
  operator: { zh: '命令行', en: 'the operator' },
  ended: { zh: '结束：', en: 'ended by ' },
} as const

export const STATES: Readonly<Record<AssignmentState, Text>> = {
  held: { zh: '在任', en: 'held' },
  coming: { zh: '尚未开始', en: 'not yet begun' },
  over: { zh: '已结束', en: 'over' },
}

/** Assignments, one row each; `of` is what the page is about and needs no column. */
export const Assignments = ({
  caption,
  rows,
  of,
}: {
  readonly caption: Text
  readonly rows: readonly Assignment[]
  readonly of: 'person' | 'department'
}) => {
  const { say, to, marks } = useSay()
  const { dayOf } = useTimes()
  const first = of === 'person' ? [WORDS.post, WORDS.department] : [WORDS.person, WORDS.post]
  return (
    <div className="scroll">
      <table className="rows">
        <caption className="unseen">{say(caption)}</caption>
        <Heads names={[...first, WORDS.roles, WORDS.days, WORDS.state, WORDS.by].map(say)} />
        <tbody>
          {rows.map((each) => (
            <tr key={each.id}>
              {of === 'person' ? (
                <>
                  <th scope="row">{say(each.post.title)}</th>
                  <td data-head={say(WORDS.department)}>
                    <a href={to(`/admin/departments/${each.post.department.id}`)}>{say(each.post.department.name)}</a>
                  </td>
                </>
              ) : (
                <>
                  <th scope="row">
                    <a href={to(`/admin/people/${each.person.id}`)}>{each.person.name}</a>
                  </th>
                  <td data-head={say(WORDS.post)}>{say(each.post.title)}</td>
                </>
              )}
              <td data-head={say(WORDS.roles)}>{each.post.roles.map((role) => say(roleText[role])).join(marks.comma)}</td>
              <td data-head={say(WORDS.days)} className="date">{`${each.from} – ${each.to ?? say(WORDS.forGood)}`}</td>
              <td data-head={say(WORDS.state)}>
                {say(STATES[each.state])}
                {each.acting && ` · ${say(WORDS.acting)}${marks.colon}${each.reason}`}
              </td>
              <td data-head={say(WORDS.by)}>
                {each.grantedBy ?? say(WORDS.operator)}
                {each.endedAt !== null && (
                  <div className="small quiet">{`${say(WORDS.ended)}${each.endedBy ?? say(WORDS.operator)} · ${dayOf(each.endedAt)}`}</div>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** An assignment as a choice of a list. */
export const assignmentOption = ({ id, person, post, from, to }: Assignment) => ({
  value: id,
  text: {
    zh: `${person.name} · ${post.department.name.zh} ${post.title.zh} · ${from}${to === null ? '' : ` – ${to}`}`,
    en: `${person.name} · ${post.department.name.en}, ${post.title.en} · ${from}${to === null ? '' : ` – ${to}`}`,
  },
})

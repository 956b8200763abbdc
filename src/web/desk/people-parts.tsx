/** Members, agents and invitations of an enterprise, with their forms. */
import type { Text } from '../../core/messages.ts'
import { LEVELS } from '../../kernel/who.ts'
import type { PeoplePage } from '../../modules/party/index.ts'
import { useSay } from '../language.ts'
import { Heads } from '../parts/basic.tsx'
import { Confirm, Form, type Returned, SelectField, Submit, TextField } from '../parts/form.tsx'
import { levelText } from '../who-words.ts'

const WORDS = {
  members: { zh: '成员', en: 'Members' },
  name: { zh: '姓名', en: 'Name' },
  level: { zh: '权限', en: 'Level' },
  since: { zh: '自', en: 'Since' },
  oneself: { zh: '（您）', en: ' (you)' },
  change: { zh: '更改', en: 'Change' },
  end: { zh: '结束', en: 'End' },
  endNote: { zh: '立刻生效，对方的登录随之结束。', en: 'At once; their sessions end with it.' },
  leave: { zh: '离开这家企业', en: 'Leave this enterprise' },
  leaveNote: { zh: '立刻生效；回来需要新的邀请。', en: 'At once; coming back takes a new invitation.' },
  invite: { zh: '邀请成员', en: 'Invite a member' },
  email: { zh: '电子邮件', en: 'E-mail address' },
  emailHint: {
    zh: '用这个地址的账户接受；还没有账户的，接受时开通。',
    en: 'They accept with the account of this address, or open one.',
  },
  agents: { zh: '委托代办人', en: 'Agents' },
  agentsNote: {
    zh: '代办人最多可以提交，不能签署，也不能让别人进来；到最后一天自动结束，可随时撤销。',
    en: 'An agent submits at most, never signs and lets nobody in; it ends by itself after its last day and is revoked at any time.',
  },
  none: { zh: '没有。', en: 'None.' },
  measure: { zh: '用于', en: 'For' },
  all: { zh: '所有措施', en: 'all measures' },
  toOn: { zh: '最后一天', en: 'Last day' },
  toOnHint: { zh: '最晚 {latest}', en: '{latest} at the latest' },
  revoke: { zh: '撤销', en: 'Revoke' },
  delegate: { zh: '委托代办人', en: 'Let an agent in' },
  invitations: { zh: '尚未接受的邀请', en: 'Invitations not accepted yet' },
  as: { zh: '作为', en: 'As' },
  member: { zh: '成员', en: 'member' },
  delegation: { zh: '代办人', en: 'agent' },
  expires: { zh: '有效至', en: 'Valid until' },
  resend: { zh: '再寄', en: 'Send again' },
  withdraw: { zh: '撤回', en: 'Withdraw' },
} as const

type Part = { readonly page: PeoplePage; readonly returned: Returned | null }
const levelOptions = (levels: readonly (keyof typeof levelText)[]) => levels.map((value) => ({ value, text: levelText[value] }))

/** What came back of a form about one row: it comes back to its own row only. */
const ofRow = (returned: Returned | null, field: string, value: string): Returned | null =>
  returned?.typed[field]?.[0] === value ? returned : null

export const Members = ({ page, returned, mayInvite }: Part & { readonly mayInvite: boolean }) => {
  const { say } = useSay()
  return (
    <section>
      <h2>{say(WORDS.members)}</h2>
      <div className="scroll">
        <table className="rows">
          <caption className="unseen">{say(WORDS.members)}</caption>
          <Heads names={[WORDS.name, WORDS.level, WORDS.since, WORDS.change].map(say)} />
          <tbody>
            {page.members.map(({ user, name, level, since, oneself }) => (
              <tr key={user}>
                <th scope="row">
                  {name}
                  {oneself && say(WORDS.oneself)}
                </th>
                <td data-head={say(WORDS.level)}>{say(levelText[level])}</td>
                <td className="date" data-head={say(WORDS.since)}>
                  {since}
                </td>
                <td data-head={say(WORDS.change)}>
                  {mayInvite && (
                    <Confirm ask={`${say(WORDS.change)} · ${name}`}>
                      <Form name="level" returned={ofRow(returned, 'user', user)}>
                        <input type="hidden" name="user" value={user} />
                        <SelectField name="level" label={WORDS.level} options={levelOptions(LEVELS)} value={level} />
                        <Submit second>{say(WORDS.change)}</Submit>
                      </Form>
                      {!oneself && (
                        <Form name="end" returned={ofRow(returned, 'user', user)}>
                          <input type="hidden" name="user" value={user} />
                          <p>{say(WORDS.endNote)}</p>
                          <Submit second>{say(WORDS.end)}</Submit>
                        </Form>
                      )}
                    </Confirm>
                  )}
                  {oneself && (
                    <Confirm ask={say(WORDS.leave)}>
                      <Form name="leave" returned={returned}>
                        <p>{say(WORDS.leaveNote)}</p>
                        <Submit second>{say(WORDS.leave)}</Submit>
                      </Form>
                    </Confirm>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayInvite && (
        <details open={returned?.form === 'invite-member'}>
          <summary>{say(WORDS.invite)}</summary>
          <Form name="invite-member" returned={returned}>
            <TextField name="name" label={WORDS.name} />
            <TextField name="email" label={WORDS.email} hint={WORDS.emailHint} type="email" inputMode="email" />
            <SelectField name="level" label={WORDS.level} options={levelOptions(LEVELS)} value="draft" />
            <Submit>{say(WORDS.invite)}</Submit>
          </Form>
        </details>
      )}
    </section>
  )
}

export const Agents = ({ page, returned, mayDelegate }: Part & { readonly mayDelegate: boolean }) => {
  const { say } = useSay()
  const hint: Text = {
    zh: WORDS.toOnHint.zh.replace('{latest}', page.latestEnd),
    en: WORDS.toOnHint.en.replace('{latest}', page.latestEnd),
  }
  return (
    <section>
      <h2>{say(WORDS.agents)}</h2>
      <p>{say(WORDS.agentsNote)}</p>
      {page.delegations.length === 0 ? (
        <p className="quiet">{say(WORDS.none)}</p>
      ) : (
        <div className="scroll">
          <table className="rows">
            <caption className="unseen">{say(WORDS.agents)}</caption>
            <Heads names={[WORDS.name, WORDS.level, WORDS.measure, WORDS.toOn, WORDS.revoke].map(say)} />
            <tbody>
              {page.delegations.map(({ id, agent, level, measure, toOn }) => (
                <tr key={id}>
                  <th scope="row">{agent}</th>
                  <td data-head={say(WORDS.level)}>{say(levelText[level])}</td>
                  <td data-head={say(WORDS.measure)}>{measure ? say(measure.title) : say(WORDS.all)}</td>
                  <td className="date" data-head={say(WORDS.toOn)}>
                    {toOn}
                  </td>
                  <td data-head={say(WORDS.revoke)}>
                    {mayDelegate && (
                      <Confirm ask={`${say(WORDS.revoke)} · ${agent}`}>
                        <Form name="revoke" returned={ofRow(returned, 'delegation', id)}>
                          <input type="hidden" name="delegation" value={id} />
                          <p>{say(WORDS.endNote)}</p>
                          <Submit second>{say(WORDS.revoke)}</Submit>
                        </Form>
                      </Confirm>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayDelegate && (
        <details open={returned?.form === 'invite-agent'}>
          <summary>{say(WORDS.delegate)}</summary>
          <Form name="invite-agent" returned={returned}>
            <TextField name="name" label={WORDS.name} />
            <TextField name="email" label={WORDS.email} hint={WORDS.emailHint} type="email" inputMode="email" />
            <SelectField name="level" label={WORDS.level} options={levelOptions(['view', 'draft', 'submit'])} value="draft" />
            <SelectField
              name="measure"
              label={WORDS.measure}
              options={[{ value: '', text: WORDS.all }, ...page.measures.map(({ id, title }) => ({ value: id, text: title }))]}
            />
            <TextField name="toOn" label={WORDS.toOn} hint={hint} type="date" />
            <Submit>{say(WORDS.delegate)}</Submit>
          </Form>
        </details>
      )}
    </section>
  )
}

export const Invitations = ({ page, returned, mayInvite }: Part & { readonly mayInvite: boolean }) => {
  const { say } = useSay()
  if (page.invitations.length === 0) return null
  return (
    <section>
      <h2>{say(WORDS.invitations)}</h2>
      <div className="scroll">
        <table className="rows">
          <caption className="unseen">{say(WORDS.invitations)}</caption>
          <Heads names={[WORDS.name, WORDS.email, WORDS.as, WORDS.level, WORDS.expires, WORDS.change].map(say)} />
          <tbody>
            {page.invitations.map(({ id, name, email, via, level, measure, toOn, expiresOn }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td data-head={say(WORDS.email)}>{email}</td>
                <td data-head={say(WORDS.as)}>
                  {[say(WORDS[via]), via === 'delegation' ? (measure ? say(measure.title) : say(WORDS.all)) : null, toOn]
                    .filter(Boolean)
                    .join(' · ')}
                </td>
                <td data-head={say(WORDS.level)}>{say(levelText[level])}</td>
                <td className="date" data-head={say(WORDS.expires)}>
                  {expiresOn}
                </td>
                <td data-head={say(WORDS.change)}>
                  {mayInvite &&
                    (['resend', 'withdraw'] as const).map((form) => (
                      <Form key={form} name={form} returned={ofRow(returned, 'invitation', id)}>
                        <input type="hidden" name="invitation" value={id} />
                        <Submit second>{say(WORDS[form])}</Submit>
                      </Form>
                    ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

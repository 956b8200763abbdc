/** Giving and ending posts: the same two forms on the page of a person and on that of a department. */
import type { App } from '../../app.ts'
import type { Who } from '../../kernel/who.ts'
import { type Assignment, assign, endAssignment } from '../../modules/office/index.ts'
import type { Fields } from '../form.ts'
import { useSay } from '../language.ts'
import { Choices, Form, type Option, type Returned, SelectField, Submit, TextField } from '../parts/form.tsx'
import { assignmentOption } from './assignments.tsx'

const WORDS = {
  post: { zh: '岗位', en: 'Post' },
  person: { zh: '人员', en: 'Person' },
  personHint: { zh: '邮箱、工号或编号', en: 'e-mail address, staff number or id' },
  how: { zh: '怎样任职', en: 'How' },
  regular: { zh: '正式任职', en: 'in their own right' },
  acting: { zh: '代理：须写明原因和最后一天', en: 'acting for another: needs a reason and a last day' },
  reason: { zh: '原因', en: 'Reason' },
  from: { zh: '第一天', en: 'First day' },
  fromHint: { zh: '不填就是今天', en: 'today if left empty' },
  to: { zh: '最后一天', en: 'Last day' },
  toHint: { zh: '不填就是长期', en: 'for good if left empty' },
  assign: { zh: '安排岗位', en: 'Give the post' },
  signedOut: { zh: '权限变了，此人须重新登录。', en: 'Rights change with it, so the person is signed out everywhere.' },
  which: { zh: '哪一项任职', en: 'Which assignment' },
  end: { zh: '结束任职', en: 'End the assignment' },
} as const

export const ASSIGN_DONE = {
  assigned: { zh: '岗位已安排。', en: 'The post was given.' },
  ended: { zh: '任职已结束。', en: 'The assignment was ended.' },
} as const

/** The two forms as `posted` wants them; afterwards the reader is at `page`. */
export const assignForms = (app: App, who: Who, page: string) => ({
  assign: async (fields: Fields): Promise<string> => {
    const [reason, from, to] = (['reason', 'from', 'to'] as const).map((name) => fields.given(name))
    await app.perform(who, assign, {
      post: fields.text('post'),
      person: fields.text('person'),
      acting: fields.text('how') === 'acting',
      ...(reason ? { reason } : {}),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
    })
    return `${page}?done=assigned`
  },
  end: async (fields: Fields): Promise<string> => {
    await app.perform(who, endAssignment, { assignment: fields.text('assignment'), reason: fields.text('reason') })
    return `${page}?done=ended`
  },
})

type Props = { readonly returned: Returned | null | undefined }

/** Gives a post: `person` is known, or asked for. */
export const AssignForm = ({ returned, posts, person }: Props & { readonly posts: readonly Option[]; readonly person: string | null }) => {
  const { say } = useSay()
  return (
    <Form name="assign" returned={returned} label={WORDS.assign}>
      {person === null ? (
        <TextField name="person" label={WORDS.person} hint={WORDS.personHint} />
      ) : (
        <input type="hidden" name="person" value={person} />
      )}
      <SelectField name="post" label={WORDS.post} options={posts} />
      <Choices
        name="how"
        label={WORDS.how}
        options={[
          { value: 'regular', text: WORDS.regular },
          { value: 'acting', text: WORDS.acting },
        ]}
        chosen={['regular']}
      />
      <TextField name="from" type="date" label={WORDS.from} hint={WORDS.fromHint} optional />
      <TextField name="to" type="date" label={WORDS.to} hint={WORDS.toHint} optional />
      <TextField name="reason" label={WORDS.reason} optional />
      <p className="small quiet">{say(WORDS.signedOut)}</p>
      <Submit>{say(WORDS.assign)}</Submit>
    </Form>
  )
}

/** Ends one of the assignments that are not over. */
export const EndForm = ({ returned, rows }: Props & { readonly rows: readonly Assignment[] }) => {
  const { say } = useSay()
  return (
    <Form name="end" returned={returned} label={WORDS.end}>
      <SelectField name="assignment" label={WORDS.which} options={rows.map(assignmentOption)} />
      <TextField name="reason" label={WORDS.reason} />
      <p className="small quiet">{say(WORDS.signedOut)}</p>
      <Submit second>{say(WORDS.end)}</Submit>
    </Form>
  )
}

/** The form that draws up a bulletin, or draws it anew. */
import type { Text } from '../../core/messages.ts'
import type { DraftBulletin } from '../../modules/bulletin/index.ts'
import type { Fields } from '../form.ts'
import { useSay } from '../language.ts'
import { Choices, Form, type Returned, SelectField, Submit, TextArea, TextField } from '../parts/form.tsx'

export const BULLETIN = {
  quarter: { zh: '季度', en: 'Quarter' },
  scope: { zh: '范围', en: 'For whom' },
  public: { zh: '公开：只列公开的任务', en: 'everybody: public tasks only' },
  inner: { zh: '内部：列全部任务，只给规划、部门和审计岗位', en: 'planners, officers and auditors: all tasks' },
  asOf: { zh: '数据截至', en: 'Data up to' },
  asOfHint: { zh: '不填：季度的最后一天；季度未完，则为今天。', en: 'Empty: the last day of the quarter; today, while it lasts.' },
  known: { zh: '按哪一天所知', en: 'As known on' },
  knownHint: { zh: '不填：今天。任务按这一天的情况计。', en: 'Empty: today. Tasks are counted as they stood on that day.' },
  reason: { zh: '取代已有通报的理由', en: 'Why it takes the place of another' },
  reasonHint: { zh: '这个季度已有通报时才填。', en: 'Only where the quarter has a bulletin already.' },
} as const

type Values = Omit<DraftBulletin, 'bulletin'>

export const draftIn = ({ text }: Fields, bulletin: string): DraftBulletin => ({
  bulletin,
  quarter: text('quarter'),
  scope: text('scope'),
  asOf: text('asOf'),
  known: text('known'),
  reason: text('reason'),
})

export const DraftForm = ({
  returned,
  quarters,
  values,
  submit,
}: {
  readonly returned: Returned | undefined
  readonly quarters: readonly string[]
  readonly values: Values
  readonly submit: Text
}) => {
  const { say } = useSay()
  return (
    <Form name="draft" returned={returned}>
      <SelectField
        name="quarter"
        label={BULLETIN.quarter}
        options={quarters.map((value) => ({ value, text: { zh: value, en: value } }))}
        value={values.quarter}
      />
      <Choices
        name="scope"
        label={BULLETIN.scope}
        options={[
          { value: 'public', text: BULLETIN.public },
          { value: 'inner', text: BULLETIN.inner },
        ]}
        chosen={[values.scope]}
      />
      <TextField name="asOf" label={BULLETIN.asOf} hint={BULLETIN.asOfHint} type="date" value={values.asOf} optional />
      <TextField name="known" label={BULLETIN.known} hint={BULLETIN.knownHint} type="date" value={values.known} optional />
      <TextArea name="reason" label={BULLETIN.reason} hint={BULLETIN.reasonHint} value={values.reason} optional />
      <Submit>{say(submit)}</Submit>
    </Form>
  )
}

import { type ActionFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { acceptReport, answerExtension, assignTask, closeTask, returnReport } from '../../modules/worklist/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { Choices, Confirm, Form, SelectField, Submit, TextArea, TextField } from '../parts/form.tsx'
import { HISTORY, TaskHistory } from '../worklist/task.tsx'
import { loadTask, TaskHead } from '../worklist/task-page.tsx'
import { WORDS } from '../worklist/words.ts'

export const loader = loadTask

export const action = ({ context, request, params }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const { task = '' } = params
  const at = (done: string): string => `/board/worklist/${task}?done=${done}`
  return posted(request, {
    assign: async ({ text }) => {
      const together = text('together').split(/[、,，;；\n]/)
      await app.perform(who, assignTask, { task, department: text('department'), together, due: text('due'), note: text('note') })
      return at('assigned')
    },
    accept: async ({ text }) => {
      await app.perform(who, acceptReport, { task, report: Number(text('report')), note: text('note') })
      return at('accepted')
    },
    return: async ({ text }) => {
      await app.perform(who, returnReport, { task, report: Number(text('report')), defects: text('defects') })
      return at('returned')
    },
    extend: async ({ text }) => {
      const answer = { request: Number(text('request')), grant: text('grant') === 'yes', reason: text('reason') }
      await app.perform(who, answerExtension, { task, ...answer })
      return at('answered')
    },
    close: async ({ text }) => {
      await app.perform(who, closeTask, { task, note: text('note') })
      return at('closed')
    },
  })
}

const OWN = {
  tasks: { zh: '任务', en: 'Tasks' },
  notice: { zh: '发出督办单', en: 'Issue a supervision notice' },
  assign: { zh: '交办', en: 'Assign it' },
  again: { zh: '改由另一个部门牵头，或重新交办', en: 'Give it to another department, or anew' },
  together: { zh: '配合单位', en: 'Together with' },
  togetherHint: { zh: '以顿号隔开。', en: 'Names with commas between them.' },
  note: { zh: '说明', en: 'Note' },
  report: { zh: '审核报告', en: 'Look at the report' },
  accept: { zh: '审核通过', en: 'Accept it' },
  return: { zh: '退回', en: 'Send it back' },
  defects: { zh: '缺少或不对的', en: 'What is wrong' },
  defectsHint: { zh: '一次写全，每行一条。', en: 'All of it at once, one on each line.' },
  extend: { zh: '答复延期申请', en: 'Answer the request for more time' },
  grant: { zh: '答复', en: 'Answer' },
  yes: { zh: '同意', en: 'Give it' },
  no: { zh: '不同意', en: 'Refuse it' },
  reason: { zh: '理由', en: 'Reason' },
  answer: { zh: '答复', en: 'Answer' },
  close: { zh: '销号', en: 'Close it' },
  closeAsk: { zh: '销号：不能撤回', en: 'Close the task: this cannot be taken back' },
  done: {
    assigned: { zh: '已交办。', en: 'Assigned.' },
    accepted: { zh: '报告已审核通过。', en: 'The report was accepted.' },
    returned: { zh: '报告已退回。', en: 'The report was sent back.' },
    answered: { zh: '已答复。', en: 'Answered.' },
    closed: { zh: '已销号。', en: 'Closed.' },
  },
} as const

export default function BoardTask() {
  const loaded = useLoaderData<typeof loader>()
  const { task } = loaded
  const returned = useActionData<typeof action>()
  const { say, to } = useSay()
  const can = (kind: (typeof task.possible)[number]): boolean => task.possible.includes(kind)
  const isFirst = task.state === 'unassigned'
  const named = task.departments.find(({ name }) => name.zh === (task.lead?.zh ?? task.namedLead?.split(/[、,，]/)[0]))
  const assign = (
    <Form name="assign" returned={returned}>
      <SelectField
        name="department"
        label={WORDS.lead}
        options={task.departments.map(({ id, name }) => ({ value: id, text: name }))}
        {...(named ? { value: named.id } : {})}
      />
      <TextField name="together" label={OWN.together} hint={OWN.togetherHint} optional />
      <TextField name="due" label={WORDS.due} type="date" value={task.due ?? ''} />
      <TextArea name="note" label={OWN.note} optional />
      <Submit>{say(OWN.assign)}</Submit>
    </Form>
  )
  return (
    <>
      <TaskHead {...loaded} texts={OWN.done} list={{ path: '/board/worklist', text: OWN.tasks }} />
      {!isFirst && (
        <p>
          <a href={to(`/board/notices/${task.id}`)}>{say(OWN.notice)}</a>
        </p>
      )}
      {task.openReport !== null && (
        <section>
          <h2>{say(OWN.report)}</h2>
          <Form name="accept" returned={returned} label={OWN.accept}>
            <input type="hidden" name="report" value={task.openReport} />
            <TextArea name="note" label={OWN.note} optional />
            <Submit>{say(OWN.accept)}</Submit>
          </Form>
          <Form name="return" returned={returned} label={OWN.return}>
            <input type="hidden" name="report" value={task.openReport} />
            <TextArea name="defects" label={OWN.defects} hint={OWN.defectsHint} />
            <Submit second>{say(OWN.return)}</Submit>
          </Form>
        </section>
      )}
      {task.openRequest !== null && (
        <section>
          <h2>{say(OWN.extend)}</h2>
          <Form name="extend" returned={returned}>
            <input type="hidden" name="request" value={task.openRequest} />
            <Choices
              name="grant"
              label={OWN.grant}
              options={[
                { value: 'yes', text: OWN.yes },
                { value: 'no', text: OWN.no },
              ]}
              chosen={['yes']}
            />
            <TextArea name="reason" label={OWN.reason} />
            <Submit>{say(OWN.answer)}</Submit>
          </Form>
        </section>
      )}
      {can('close') && (
        <Confirm ask={say(OWN.closeAsk)}>
          <Form name="close" returned={returned}>
            <TextArea name="note" label={OWN.note} optional />
            <Submit>{say(OWN.close)}</Submit>
          </Form>
        </Confirm>
      )}
      {can('assign') && isFirst && (
        <section>
          <h2>{say(OWN.assign)}</h2>
          {assign}
        </section>
      )}
      {can('assign') && !isFirst && <Confirm ask={say(OWN.again)}>{assign}</Confirm>}
      <h2>{say(HISTORY)}</h2>
      <TaskHistory history={task.history} />
    </>
  )
}

import { type ActionFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { Failure } from '../../kernel/failure.ts'
import { askExtension, quarterBefore, quarterOf, reportTask, signTask } from '../../modules/worklist/index.ts'
import { siteContext } from '../context.ts'
import { type Fields, posted } from '../form.ts'
import { useSay } from '../language.ts'
import { Choices, FileField, Form, SelectField, Submit, TextArea, TextField } from '../parts/form.tsx'
import { HISTORY, TaskHistory } from '../worklist/task.tsx'
import { loadTask, TaskHead } from '../worklist/task-page.tsx'

const FILES = ['evidence', 'evidence2'] as const

export const loader = loadTask

const evidenceIn = ({ file }: Fields) =>
  Promise.all(
    FILES.flatMap((name) => {
      const found = file(name)
      return found ? [found.bytes().then((bytes) => ({ name: found.name, bytes }))] : []
    }),
  )

export const action = ({ context, request, params }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const { task = '' } = params
  const at = (done: string): string => `/office/tasks/${task}?done=${done}`
  return posted(request, {
    sign: async () => {
      await app.perform(who, signTask, { task })
      return at('signed')
    },
    report: async (fields) => {
      const { text } = fields
      const evidence = await evidenceIn(fields)
      const input = {
        task,
        period: text('period'),
        complete: text('complete') === 'yes',
        milestone: text('milestone'),
        note: text('note'),
        evidence,
      }
      try {
        await app.perform(who, reportTask, input)
      } catch (error) {
        // A file that is not taken is marked where it was chosen.
        if (!(error instanceof Failure) || !error.code.startsWith('kernel.file-')) throw error
        const field = FILES[evidence.findIndex(({ name }) => name === error.params.name)] ?? FILES[0]
        throw new Failure(error.code, { ...error.text, kind: error.kind }, error.params, [{ field, code: error.code, message: error.text }])
      }
      return at('reported')
    },
    extend: async ({ text }) => {
      await app.perform(who, askExtension, { task, due: text('due'), reason: text('reason') })
      return at('asked')
    },
  })
}

const OWN = {
  tasks: { zh: '本部门的任务', en: 'Tasks of the department' },
  sign: { zh: '签收', en: 'Sign for it' },
  report: { zh: '报告', en: 'Report' },
  period: { zh: '季度', en: 'Quarter' },
  note: { zh: '进展', en: 'How far it is' },
  complete: { zh: '整项任务', en: 'The whole task' },
  no: { zh: '仍在办理', en: 'is still under way' },
  yes: { zh: '已经完成，申请销号（须附佐证）', en: 'is done and can be closed (needs evidence)' },
  milestone: { zh: '完成的节点', en: 'Milestone reached' },
  noMilestone: { zh: '没有', en: 'none' },
  file: { zh: '佐证材料', en: 'Evidence' },
  fileTwo: { zh: '另一份佐证材料', en: 'Another file of evidence' },
  fileHint: { zh: 'PDF、图片、表格、文档或文本，每份不超过 20 MB。', en: 'PDF, picture, sheet, document or text, 20 MB each at most.' },
  extend: { zh: '申请延期', en: 'Ask for more time' },
  due: { zh: '延期到', en: 'Until' },
  reason: { zh: '理由', en: 'Reason' },
  done: {
    signed: { zh: '已签收。', en: 'Signed for.' },
    reported: { zh: '已报告，等待审核。', en: 'Reported; it waits to be looked at.' },
    asked: { zh: '已申请延期，等待答复。', en: 'Asked for; it waits for an answer.' },
  },
} as const

export default function OfficeTask() {
  const loaded = useLoaderData<typeof loader>()
  const { task } = loaded
  const returned = useActionData<typeof action>()
  const { say } = useSay()
  const quarter = quarterOf(task.today)
  const quarters = [quarter, quarterBefore(quarter), quarterBefore(quarterBefore(quarter))]
  const same = (text: string) => ({ value: text, text: { zh: text, en: text } })
  return (
    <>
      <TaskHead {...loaded} texts={OWN.done} list={{ path: '/office/tasks', text: OWN.tasks }} />
      {task.possible.includes('sign') && (
        <Form name="sign" returned={returned} label={OWN.sign}>
          <Submit>{say(OWN.sign)}</Submit>
        </Form>
      )}
      {task.possible.includes('report') && (
        <section>
          <h2>{say(OWN.report)}</h2>
          <Form name="report" returned={returned} files>
            <SelectField name="period" label={OWN.period} options={quarters.map(same)} />
            <TextArea name="note" label={OWN.note} />
            {task.milestones.length > 0 && (
              <SelectField
                name="milestone"
                label={OWN.milestone}
                options={[
                  { value: '', text: OWN.noMilestone },
                  ...task.milestones.map(({ number, title }) => ({ value: String(number), text: { zh: title, en: title } })),
                ]}
              />
            )}
            <Choices
              name="complete"
              label={OWN.complete}
              options={[
                { value: 'no', text: OWN.no },
                { value: 'yes', text: OWN.yes },
              ]}
              chosen={['no']}
            />
            <FileField name="evidence" label={OWN.file} hint={OWN.fileHint} accept=".pdf,.png,.jpg,.jpeg,.xlsx,.docx,.csv,.txt" optional />
            <FileField name="evidence2" label={OWN.fileTwo} accept=".pdf,.png,.jpg,.jpeg,.xlsx,.docx,.csv,.txt" optional />
            <Submit>{say(OWN.report)}</Submit>
          </Form>
        </section>
      )}
      {task.possible.includes('ask-extension') && (
        <section>
          <h2>{say(OWN.extend)}</h2>
          <Form name="extend" returned={returned}>
            <TextField name="due" label={OWN.due} type="date" />
            <TextArea name="reason" label={OWN.reason} />
            <Submit second>{say(OWN.extend)}</Submit>
          </Form>
        </section>
      )}
      <h2>{say(HISTORY)}</h2>
      <TaskHistory history={task.history} />
    </>
  )
}

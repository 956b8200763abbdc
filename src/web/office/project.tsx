import { type ActionFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { Failure } from '../../kernel/failure.ts'
import { reachStage } from '../../modules/project/index.ts'
import { STAGES } from '../../pack/pack.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { FileField, Form, SelectField, Submit, TextArea, TextField } from '../parts/form.tsx'
import { ProjectHistory } from '../project/parts.tsx'
import { loadProject, ProjectHead } from '../project/project-page.tsx'
import { STAGE_WORDS, WORDS } from '../project/words.ts'

export const loader = loadProject

export const action = ({ context, request, params }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const { project = '' } = params
  return posted(request, {
    reach: async ({ text, file }) => {
      const given = file('evidence')
      const evidence = given ? [{ name: given.name, bytes: await given.bytes() }] : []
      const input = { project, stage: text('stage'), day: text('day'), note: text('note'), evidence }
      try {
        await app.perform(who, reachStage, input)
      } catch (error) {
        // A file that is not taken is marked where it was chosen.
        if (!(error instanceof Failure) || !error.code.startsWith('kernel.file-')) throw error
        const problem = { field: 'evidence', code: error.code, message: error.text }
        throw new Failure(error.code, { ...error.text, kind: error.kind }, error.params, [problem])
      }
      return `/office/projects/${project}?done=reported`
    },
  })
}

const OWN = {
  projects: { zh: '本部门的重点项目', en: 'Key projects of the department' },
  report: { zh: '报告阶段', en: 'Report a stage' },
  note: { zh: '说明', en: 'Note' },
  file: { zh: '佐证材料', en: 'Evidence' },
  fileHint: {
    zh: '合同、施工许可、投产证明等；PDF、图片、表格、文档或文本，不超过 20 MB。',
    en: 'A contract, a building permit, a proof of operation: PDF, picture, sheet, document or text, 20 MB at most.',
  },
  waits: { zh: '报告等待确认。', en: 'The report waits to be confirmed.' },
  done: { reported: { zh: '已报告，等待另一人确认。', en: 'Reported; it waits for somebody else to confirm it.' } },
} as const

export default function OfficeProject() {
  const loaded = useLoaderData<typeof loader>()
  const { project } = loaded
  const returned = useActionData<typeof action>()
  const { say } = useSay()
  const next = STAGES.find((stage) => project.stages[stage] === null)
  return (
    <>
      <ProjectHead {...loaded} texts={OWN.done} list={{ path: '/office/projects', text: OWN.projects }} />
      {project.openReport !== null && <p>{say(OWN.waits)}</p>}
      {project.possible.includes('reach') && (
        <section>
          <h2>{say(OWN.report)}</h2>
          <Form name="reach" returned={returned} files>
            <SelectField
              name="stage"
              label={WORDS.stage}
              options={STAGES.map((stage) => ({ value: stage, text: STAGE_WORDS[stage] }))}
              {...(next ? { value: next } : {})}
            />
            <TextField name="day" label={WORDS.day} type="date" />
            <TextArea name="note" label={OWN.note} optional />
            <FileField name="evidence" label={OWN.file} hint={OWN.fileHint} accept=".pdf,.png,.jpg,.jpeg,.xlsx,.docx,.csv,.txt" />
            <Submit>{say(OWN.report)}</Submit>
          </Form>
        </section>
      )}
      <ProjectHistory history={project.history} />
    </>
  )
}

import { type ActionFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { confirmStage, leadProject, mergeProject, returnStage } from '../../modules/project/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { Confirm, Form, SelectField, Submit, TextArea } from '../parts/form.tsx'
import { ProjectHistory } from '../project/parts.tsx'
import { loadProject, ProjectHead } from '../project/project-page.tsx'
import { STAGE_WORDS, WORDS } from '../project/words.ts'

export const loader = loadProject

export const action = ({ context, request, params }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const { project = '' } = params
  const at = (done: string): string => `/board/projects/${project}?done=${done}`
  return posted(request, {
    confirm: async ({ text }) => {
      await app.perform(who, confirmStage, { project, report: Number(text('report')) })
      return at('confirmed')
    },
    return: async ({ text }) => {
      await app.perform(who, returnStage, { project, report: Number(text('report')), reason: text('reason') })
      return at('returned')
    },
    lead: async ({ text }) => {
      await app.perform(who, leadProject, { project, department: text('department') })
      return at('led')
    },
    merge: async ({ text }) => {
      await app.perform(who, mergeProject, { project, into: text('into'), reason: text('reason') })
      return at('merged')
    },
  })
}

const OWN = {
  projects: { zh: '重点项目', en: 'Key projects' },
  report: { zh: '确认阶段', en: 'Confirm the stage' },
  waits: { zh: '报告的阶段', en: 'Stage reported' },
  confirm: { zh: '确认：从现在起计数', en: 'Confirm it: it counts from now on' },
  return: { zh: '退回', en: 'Send it back' },
  reason: { zh: '理由', en: 'Reason' },
  lead: { zh: '确定牵头部门', en: 'Name the department that leads' },
  merge: { zh: '并入另一个项目：不能撤回', en: 'Make it part of another project: this cannot be taken back' },
  into: { zh: '并入', en: 'Part of' },
  mergeNow: { zh: '并入', en: 'Merge' },
  done: {
    added: { zh: '已登记。', en: 'Added.' },
    confirmed: { zh: '已确认。', en: 'Confirmed.' },
    returned: { zh: '已退回。', en: 'Sent back.' },
    led: { zh: '已确定牵头部门。', en: 'The department was named.' },
    merged: { zh: '已并入。', en: 'Merged.' },
  },
} as const

export default function BoardProject() {
  const loaded = useLoaderData<typeof loader>()
  const { project } = loaded
  const returned = useActionData<typeof action>()
  const { say, marks } = useSay()
  return (
    <>
      <ProjectHead {...loaded} texts={OWN.done} list={{ path: '/board/projects', text: OWN.projects }} />
      {project.openReport !== null && (
        <section>
          <h2>{say(OWN.report)}</h2>
          {project.waits && <p>{`${say(OWN.waits)}${marks.colon}${say(STAGE_WORDS[project.waits])}`}</p>}
          <Form name="confirm" returned={returned} label={OWN.report}>
            <input type="hidden" name="report" value={project.openReport} />
            <Submit>{say(OWN.confirm)}</Submit>
          </Form>
          <Form name="return" returned={returned} label={OWN.return}>
            <input type="hidden" name="report" value={project.openReport} />
            <TextArea name="reason" label={OWN.reason} />
            <Submit second>{say(OWN.return)}</Submit>
          </Form>
        </section>
      )}
      {project.possible.includes('lead') && (
        <section>
          <h2>{say(OWN.lead)}</h2>
          <Form name="lead" returned={returned} label={OWN.lead}>
            <SelectField
              name="department"
              label={WORDS.lead}
              options={project.departments.map(({ id, name }) => ({ value: id, text: name }))}
            />
            <Submit second>{say(OWN.lead)}</Submit>
          </Form>
        </section>
      )}
      {project.possible.includes('merge') && project.others.length > 0 && (
        <Confirm ask={say(OWN.merge)}>
          <Form name="merge" returned={returned} label={OWN.into}>
            <SelectField
              name="into"
              label={OWN.into}
              options={project.others.map(({ id, number, name }) => ({
                value: id,
                text: { zh: `${number} ${name.zh}`, en: `${number} ${name.en}` },
              }))}
            />
            <TextArea name="reason" label={OWN.reason} />
            <Submit second>{say(OWN.mergeNow)}</Submit>
          </Form>
        </Confirm>
      )}
      <ProjectHistory history={project.history} />
    </>
  )
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { importList, previewList } from '../../modules/worklist/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { Form, Submit } from '../parts/form.tsx'
import { WORDS } from '../worklist/words.ts'

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { departments, tasks, ...page } = await app.perform(who, previewList, { list: params.list ?? '' })
    return { ...page, tasks: tasks.map((task) => ({ ...task, leads: task.lead === null ? null : (departments.get(task.lead) ?? null) })) }
  })

export const action = ({ context, request, params }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  return posted(request, {
    import: async () => {
      const { year } = await app.perform(who, importList, { list: params.list ?? '' })
      return `/board/worklist?year=${year}&done=imported`
    },
  })
}

const OWN = {
  title: { zh: '这份清单对吗？', en: 'Is this list right?' },
  back: { zh: '任务', en: 'Tasks' },
  lead: { zh: '{name}：{year} 年，{count} 项任务。还没有生效。', en: '{name}: {count} tasks of {year}. Nothing counts yet.' },
  wrong: { zh: '有 {count} 处不对，请改好后重新上传', en: 'Places to mend before uploading the list again: {count}' },
  line: { zh: '行', en: 'Line' },
  column: { zh: '列', en: 'Column' },
  what: { zh: '问题', en: 'Problem' },
  open: { zh: '公开', en: 'Public' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  notKnown: { zh: '（本站没有这个部门，须另行交办）', en: ' (no department here; to be assigned)' },
  take: { zh: '导入 {count} 项任务', en: 'Import {count} tasks' },
} as const

export default function TaskListPreview() {
  const { name, year, tasks, problems } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to } = useSay()
  return (
    <>
      <title>{`${say(OWN.title)} · 策行 Planwright`}</title>
      <p className="crumb">
        <a href={to('/board/worklist')}>{say(OWN.back)}</a>
      </p>
      <h1>{say(OWN.title)}</h1>
      <p className="lead">{fill(say(OWN.lead), { name, year, count: tasks.length })}</p>
      {problems.length > 0 && (
        <>
          <h2>{fill(say(OWN.wrong), { count: problems.length })}</h2>
          <Scroll label={say(OWN.what)}>
            <table className="rows">
              <caption className="unseen">{say(OWN.what)}</caption>
              <Heads names={[OWN.line, OWN.column, OWN.what].map(say)} />
              <tbody>
                {problems.map(({ line, column, text }) => (
                  <tr key={`${line} ${column} ${text.zh}`}>
                    <th scope="row">{line}</th>
                    <td data-head={say(OWN.column)} lang="zh-CN">
                      {column}
                    </td>
                    <td data-head={say(OWN.what)}>{say(text)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
        </>
      )}
      {tasks.length > 0 && (
        <Scroll label={say(WORDS.task)}>
          <table className="rows">
            <caption className="unseen">{say(WORDS.task)}</caption>
            <Heads names={[WORDS.task, WORDS.category, WORDS.lead, WORDS.due, OWN.open].map(say)} />
            <tbody>
              {tasks.map((task, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of a file that is not sound may be the same
                <tr key={index}>
                  <th scope="row">
                    <code>{task.number}</code> {say(task.title)}
                  </th>
                  <td data-head={say(WORDS.category)}>{say(task.category)}</td>
                  <td data-head={say(WORDS.lead)}>
                    <span lang="zh-CN">{task.leads ?? task.namedLead}</span>
                    {task.leads === null && <span className="quiet">{say(OWN.notKnown)}</span>}
                  </td>
                  <td data-head={say(WORDS.due)} className="date">
                    {task.due ?? say(WORDS.unknown)}
                  </td>
                  <td data-head={say(OWN.open)}>{say(task.open ? OWN.yes : OWN.no)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      {problems.length === 0 && (
        <Form name="import" returned={returned}>
          <Submit>{fill(say(OWN.take), { count: tasks.length })}</Submit>
        </Form>
      )}
    </>
  )
}

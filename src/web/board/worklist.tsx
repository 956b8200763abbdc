import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { boardTasks, bringIn, bringList, coverSentence, type TaskLine } from '../../modules/worklist/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Done, FileField, Form, Submit, TextField } from '../parts/form.tsx'
import { ByCategory, SummaryTable, TaskTable, Years } from '../worklist/tasks.tsx'
import { BoardHead } from './head.tsx'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { searchParams } = new URL(request.url)
    const year = searchParams.get('year')
    const page = await app.perform(who, boardTasks, year === null ? {} : { year })
    return {
      ...page,
      sentence: page.year === null ? null : coverSentence(page.summary, page.year, page.today),
      done: searchParams.get('done'),
    }
  })

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  return posted(request, {
    list: async ({ text, file }) => {
      const chosen = file('file')
      const bytes = chosen ? await chosen.bytes() : new Uint8Array()
      const { id } = await app.perform(who, bringList, { year: text('year'), name: chosen?.name ?? 'list.csv', bytes })
      return `/board/worklist/lists/${id}`
    },
    pack: async () => {
      const { added } = await app.perform(who, bringIn, {})
      return `/board/worklist?done=${added > 0 ? 'brought' : 'nothing'}`
    },
  })
}

const OWN = {
  title: { zh: '哪些任务要交办、审核、销号？', en: 'Which tasks are to be assigned, judged and closed?' },
  none: { zh: '还没有工作清单。', en: 'There is no list of tasks yet.' },
  nothing: { zh: '现在没有等您处理的任务。', en: 'No task waits for you now.' },
  waits: {
    assign: { zh: '等待交办', en: 'To be assigned' },
    review: { zh: '报告等待审核', en: 'Reports to be looked at' },
    extend: { zh: '延期申请等待答复', en: 'Requests for more time' },
    close: { zh: '等待销号', en: 'To be closed' },
  },
  numbers: { zh: '按类别', en: 'By category' },
  all: { zh: '全部任务', en: 'All tasks' },
  projects: { zh: '重点项目', en: 'Key projects' },
  bring: { zh: '导入一份清单', en: 'Bring in a list' },
  file: { zh: '清单（Excel，或 CSV（UTF-8））', en: 'List (Excel, or CSV in UTF-8)' },
  fileHint: {
    zh: '必有“编号、类别、任务”三列；可有“责任单位、完成时限、公开、节点、指标、措施”，其余各列按督办表字段保存。先给您看，确认后才生效。',
    en: 'Columns 编号, 类别 and 任务 are needed; 责任单位, 完成时限, 公开, 节点, 指标 and 措施 mean something, every other column is a field of the supervision form. You look at it first.',
  },
  year: { zh: '年份', en: 'Year' },
  look: { zh: '查看清单', en: 'Look at the list' },
  pack: { zh: '补入数据包里的任务', en: 'Bring in the tasks of the pack' },
  done: {
    brought: { zh: '已补入。', en: 'Brought in.' },
    nothing: { zh: '数据包里的任务都已在清单中。', en: 'Every task of the pack is in the list already.' },
    imported: { zh: '清单已导入。', en: 'The list was imported.' },
  },
} as const

const WAITS: readonly NonNullable<TaskLine['waits']>[] = ['review', 'extend', 'close', 'assign']

export default function BoardWorklist() {
  const { year, years, tasks, summary, sentence, done, today } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to } = useSay()
  const waiting = WAITS.map((waits) => ({ waits, own: tasks.filter((task) => task.waits === waits) })).filter(({ own }) => own.length > 0)
  return (
    <>
      <BoardHead title={OWN.title} />
      <Done done={done} texts={OWN.done} />
      <p className="lead">{say(sentence ?? OWN.none)}</p>
      <Years years={years} year={year} at="/board/worklist" />
      {year !== null && (
        <p>
          <a href={to('/board/projects')}>{say(OWN.projects)}</a>
        </p>
      )}
      {year !== null && waiting.length === 0 && <p>{say(OWN.nothing)}</p>}
      {waiting.map(({ waits, own }) => (
        <section key={waits}>
          <h2>
            {say(OWN.waits[waits])} <span className="count">{own.length}</span>
          </h2>
          <TaskTable caption={OWN.waits[waits]} tasks={own} at="/board/worklist" />
        </section>
      ))}
      {year !== null && (
        <>
          <h2>{say(OWN.numbers)}</h2>
          <SummaryTable caption={OWN.numbers} summary={summary} />
          <h2>{say(OWN.all)}</h2>
          <ByCategory tasks={tasks} at="/board/worklist" />
        </>
      )}
      <h2>{say(OWN.bring)}</h2>
      <Form name="list" returned={returned} files>
        <TextField name="year" label={OWN.year} value={today.slice(0, 4)} inputMode="numeric" />
        <FileField name="file" label={OWN.file} hint={OWN.fileHint} accept=".xlsx,.csv" />
        <Submit>{say(OWN.look)}</Submit>
      </Form>
      <Form name="pack" returned={returned} label={OWN.pack}>
        <Submit second>{say(OWN.pack)}</Submit>
      </Form>
    </>
  )
}

import { type ActionFunctionArgs, data, useActionData } from 'react-router'
import { fill } from '../../core/messages.ts'
import { importProjects, LIST_COLUMNS, type ProjectList, previewProjects } from '../../modules/project/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { FileField, Form, Submit } from '../parts/form.tsx'
import { csvIn } from '../project/sheet.ts'

type Preview = { readonly text: string; readonly count: number; readonly problems: ProjectList['problems'] }

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const look = async (text: string) => {
    const { projects, problems } = await app.perform(who, previewProjects, { text })
    return data<Preview>({ text, count: projects.length, problems })
  }
  return posted<Awaited<ReturnType<typeof look>>>(request, {
    preview: async ({ file }) => {
      const given = file('file')
      return look(given === null ? '' : csvIn(new Uint8Array(await given.arrayBuffer())))
    },
    import: async ({ whole }) => {
      await app.perform(who, importProjects, { text: whole('list') })
      return '/board/projects?done=imported'
    },
  })
}

const OWN = {
  title: { zh: '这份项目清单对吗？', en: 'Is this list of projects right?' },
  back: { zh: '重点项目', en: 'Key projects' },
  lead: {
    zh: '先给您看，确认后才生效；有一处不对，就一个也不导入。阶段不从表格导入：由牵头部门附佐证报告，第二人确认。',
    en: 'You look at it first. If one place is wrong, nothing is imported. Stages are not imported: the department that leads reports them with evidence, and a second person confirms.',
  },
  file: { zh: '清单（XLSX 或 CSV）', en: 'List (XLSX or CSV)' },
  columns: { zh: '列：{columns}。前两列必需。', en: 'Columns: {columns}. The first two are needed.' },
  look: { zh: '查看清单', en: 'Look at the list' },
  wrong: { zh: '有 {count} 处不对，请改好后重新上传', en: 'Places to mend before uploading the list again: {count}' },
  line: { zh: '行', en: 'Line' },
  column: { zh: '列', en: 'Column' },
  what: { zh: '问题', en: 'Problem' },
  good: { zh: '清单没有问题，共 {count} 个项目。还没有生效。', en: 'Nothing is wrong with the {count} projects. Nothing counts yet.' },
  take: { zh: '导入 {count} 个项目', en: 'Import {count} projects' },
} as const

export default function ProjectListImport() {
  const result = useActionData<typeof action>()
  const { say, to } = useSay()
  const preview = result && 'count' in result ? result : null
  const returned = result && 'form' in result ? result : null
  const columns = Object.values(LIST_COLUMNS).join('、')
  return (
    <>
      <title>{`${say(OWN.title)} · 策行 Planwright`}</title>
      <p className="crumb">
        <a href={to('/board/projects')}>{say(OWN.back)}</a>
      </p>
      <h1>{say(OWN.title)}</h1>
      <p className="lead">{say(OWN.lead)}</p>
      {preview && preview.problems.length > 0 && (
        <>
          <h2>{fill(say(OWN.wrong), { count: preview.problems.length })}</h2>
          <Scroll label={say(OWN.what)}>
            <table className="rows">
              <caption className="unseen">{say(OWN.what)}</caption>
              <Heads names={[OWN.line, OWN.column, OWN.what].map(say)} />
              <tbody>
                {preview.problems.map(({ line, column, text }) => (
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
      {preview && preview.problems.length === 0 && (
        <>
          <p>{fill(say(OWN.good), { count: preview.count })}</p>
          <Form name="import" returned={returned}>
            <input type="hidden" name="list" value={preview.text} />
            <Submit>{fill(say(OWN.take), { count: preview.count })}</Submit>
          </Form>
        </>
      )}
      <Form name="preview" returned={returned} files>
        <FileField
          name="file"
          label={OWN.file}
          hint={{ zh: fill(OWN.columns.zh, { columns }), en: fill(OWN.columns.en, { columns }) }}
          accept=".xlsx,.csv"
        />
        <Submit>{say(OWN.look)}</Submit>
      </Form>
    </>
  )
}

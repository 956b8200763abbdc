import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { fill, type Text } from '../../core/messages.ts'
import { mayUse } from '../../kernel/right.ts'
import {
  type CheckedRow,
  COLUMNS,
  type Column,
  choicesText,
  columnText,
  enterReadings,
  MOST_ROWS,
  NEEDED,
  previewReadings,
  type ReadTable,
  readTable,
  tableProblemText,
  tableTextOf,
  waitingReadings,
} from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { FileField, Form, Submit, TextArea } from '../parts/form.tsx'
import { WORDS } from './readings-words.ts'

/** At most so many rows of a preview are shown, those with mistakes first. */
const SHOWN = 200

type Row = {
  readonly line: number
  readonly cells: Readonly<Record<'indicator' | 'series' | 'period' | 'value', string>>
  readonly before: string | null
  readonly scope: string | null
  readonly problems: readonly { readonly column: Column; readonly message: Text }[]
}
type Preview = {
  readonly table: string
  readonly rows: readonly Row[]
  readonly count: number
  readonly wrong: number
  readonly passed: number
}
type Unread = { readonly table: string; readonly problem: Text }

const rowOf = ({ typed, proposed, problems }: CheckedRow, line: number): Row => {
  const cell = (name: keyof Row['cells']): string => typed[name] ?? ''
  return {
    line,
    cells: { indicator: cell('indicator'), series: cell('series'), period: cell('period'), value: cell('value') },
    before: proposed?.replaces?.value ?? null,
    scope: proposed?.scope ?? null,
    problems: problems.map(({ field, message }) => ({ column: field as Column, message })),
  }
}

const previewOf = (table: string, { lines, passed }: ReadTable, checked: readonly CheckedRow[]): Preview => {
  const rows = checked.map((row, index) => rowOf(row, lines[index] ?? 0))
  const wrong = rows.filter(({ problems }) => problems.length > 0)
  const right = rows.filter(({ problems }) => problems.length === 0)
  return { table, count: rows.length, wrong: wrong.length, passed, rows: [...wrong, ...right].slice(0, SHOWN) }
}

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => ({ decides: mayUse(waitingReadings.right, context.get(siteContext).who, waitingReadings.name) }))

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const look = async (table: string) => {
    const read = readTable(table)
    if ('problem' in read) return data<Preview | Unread>({ table, problem: tableProblemText(read.problem) }, { status: 400 })
    return data<Preview | Unread>(previewOf(table, read, await app.perform(who, previewReadings, { rows: [...read.rows] })))
  }
  return posted<Awaited<ReturnType<typeof look>>>(request, {
    preview: async ({ whole, file }) => {
      const given = file('file')
      return look(given ? tableTextOf(new Uint8Array(await given.arrayBuffer())) : whole('table'))
    },
    // What stood there when the preview was made may have changed: then the preview is shown once more.
    enter: async ({ whole }) => {
      const table = whole('table')
      const read = readTable(table)
      if ('problem' in read) return look(table)
      const rows = [...read.rows]
      const checked = await app.perform(who, previewReadings, { rows })
      if (checked.some(({ problems }) => problems.length > 0)) return data<Preview | Unread>(previewOf(table, read, checked))
      await app.perform(who, enterReadings, { rows })
      return '/board/readings/mine?done=entered'
    },
  })
}

const OWN = {
  title: { zh: '表里的数会怎样？', en: 'What would the table change?' },
  lead: {
    zh: '先看每一行的结果，再决定报不报；有一行不对，就一行也不报。最多 {most} 行。',
    en: 'First see what comes of each row, then decide. If one row is wrong, none is entered. At most {most} rows.',
  },
  table: { zh: '从电子表格复制粘贴，带列名', en: 'Paste from a spreadsheet, with the names of the columns' },
  file: { zh: '或选一个 Excel（.xlsx）、CSV 或 SDMX 文件', en: 'Or choose an Excel (.xlsx), CSV or SDMX file' },
  fileHint: {
    zh: '读工作表“读数”，没有就读第一张；公式取算出的值。',
    en: 'The sheet "Readings" is read, else the first one; of formulas, what they came to.',
  },
  template: { zh: '要填的表，列出还没有数的时期：', en: 'A table to fill in, with the periods that have no value yet: ' },
  passed: {
    zh: '另有 {count} 行没有填数值和来源，略过。',
    en: 'Another {count} rows have neither value nor source and are passed over.',
  },
  look: { zh: '先看结果', en: 'Look first' },
  columns: { zh: '列名', en: 'Names of the columns' },
  needed: { zh: '必需', en: 'needed' },
  choices: {
    zh: '精确程度：{precision}；数据状态：{status}；可信度：{confidence}；空着取第一个。',
    en: 'Precision: {precision}; status: {status}; confidence: {confidence}; empty is the first.',
  },
  row: { zh: '行', en: 'Line' },
  effect: { zh: '结果', en: 'What comes of it' },
  new: { zh: '新的数', en: 'a new value' },
  corrects: { zh: '更正 {value}', en: 'corrects {value}' },
  newScope: { zh: '新口径，另成一条线', en: 'a new scope, a line of its own' },
  good: { zh: '{count} 行都可以报送。还没有保存。', en: 'All {count} rows can be entered. Nothing is kept yet.' },
  bad: { zh: '{count} 行中有 {wrong} 行不对，什么都没有保存。', en: 'Of {count} rows {wrong} are wrong; nothing was kept.' },
  some: { zh: '只列出 {shown} 行，有错的在前。', en: 'Only {shown} rows are listed, those with mistakes first.' },
  enter: { zh: '全部报送', en: 'Enter them all' },
} as const
const HEADS = ['indicator', 'series', 'period', 'value'] as const

const Rows = ({ rows }: { readonly rows: readonly Row[] }) => {
  const { say, marks } = useSay()
  return (
    <Scroll label={say(OWN.title)}>
      <table className="rows">
        <caption className="unseen">{say(OWN.title)}</caption>
        <Heads names={[OWN.row, ...HEADS.map((name) => columnText[name]), OWN.effect].map(say)} />
        <tbody>
          {rows.map(({ line, cells, before, scope, problems }) => (
            <tr key={line}>
              <th scope="row">{line}</th>
              {HEADS.map((name) => (
                <td key={name} data-head={say(columnText[name])} lang="zh-CN">
                  {cells[name] || '—'}
                </td>
              ))}
              <td data-head={say(OWN.effect)}>
                {problems.map(({ column, message }) => (
                  <div key={column + message.en}>
                    {say(columnText[column])}
                    {marks.colon}
                    <strong>{say(message)}</strong>
                  </div>
                ))}
                {problems.length === 0 && (before === null ? say(OWN.new) : fill(say(OWN.corrects), { value: before }))}
                {scope !== null && <div>{say(OWN.newScope)}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

export default function UploadReadings() {
  const { decides } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { say, to, language, marks } = useSay()
  const returned = answered && 'form' in answered ? answered : null
  const preview = answered && 'rows' in answered ? answered : null
  const unread = answered && 'problem' in answered ? answered : null
  return (
    <>
      <title>{`${say(OWN.title)} · 策行 Planwright`}</title>
      <p className="crumb">
        {decides ? <a href={to('/board/readings')}>{say(WORDS.readings)}</a> : say(WORDS.readings)} › {say(WORDS.upload)}
      </p>
      <h1>{say(OWN.title)}</h1>
      <p className="lead">{`${fill(say(OWN.lead), { most: MOST_ROWS })}${language === 'zh' ? '' : ' '}${say(WORDS.approvedLater)}`}</p>
      <p>
        {say(OWN.template)}
        <a href={to('/board/readings/template.xlsx')}>Excel</a> · <a href={to('/board/readings/template.csv')}>CSV</a>
      </p>
      {unread && (
        <div className="errors" role="alert">
          <strong>{say(unread.problem)}</strong>
        </div>
      )}
      {preview && (
        <section role="status">
          <p>{fill(say(preview.wrong === 0 ? OWN.good : OWN.bad), { count: preview.count, wrong: preview.wrong })}</p>
          {preview.passed > 0 && <p>{fill(say(OWN.passed), { count: preview.passed })}</p>}
          {preview.count > preview.rows.length && <p>{fill(say(OWN.some), { shown: preview.rows.length })}</p>}
          <Rows rows={preview.rows} />
        </section>
      )}
      {preview?.wrong === 0 && (
        <Form name="enter" returned={returned} label={OWN.enter} files>
          <input type="hidden" name="table" value={preview.table} />
          <Submit>{say(OWN.enter)}</Submit>
        </Form>
      )}
      <Form name="preview" returned={returned} label={OWN.look} files>
        <TextArea name="table" label={OWN.table} rows={10} value={preview?.table ?? unread?.table ?? ''} />
        <FileField name="file" label={OWN.file} hint={OWN.fileHint} accept=".xlsx,.csv,.tsv,.txt" />
        <Submit second={preview?.wrong === 0}>{say(OWN.look)}</Submit>
      </Form>
      <details>
        <summary>{say(OWN.columns)}</summary>
        <ul>
          {COLUMNS.map((column) => (
            <li key={column}>
              {say(columnText[column])} <code>{column}</code>
              {NEEDED.includes(column) && `${marks.open}${say(OWN.needed)}${marks.close}`}
            </li>
          ))}
        </ul>
        <p>
          {fill(say(OWN.choices), {
            precision: say(choicesText('precision')),
            status: say(choicesText('status')),
            confidence: say(choicesText('confidence')),
          })}
        </p>
      </details>
    </>
  )
}

import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { backups } from '../../modules/backup/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { useTimes } from '../times.ts'
import { AdminParts } from './parts.tsx'

const MEGABYTE = 1024 * 1024

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return app.perform(who, backups, {})
  })

const WORDS = {
  title: { zh: '最近的备份在哪里，核对过吗？', en: 'Where are the latest backups, and were they checked?' },
  lead: {
    zh: '一份备份写完后会从头读一遍，逐份核对哈希，之后才有名字。能不能恢复，只有恢复过才知道：每季度演练一次。',
    en: 'When a backup is written, it is read again and every part is held against its hash; only then does it get its name. Whether it can be restored is known after restoring it: hold a drill every quarter.',
  },
  none: {
    zh: '还没有备份。设 PLANWRIGHT_BACKUPS=文件夹 后网站每夜备份；或者运行 planwright backup --to 文件夹。',
    en: 'There is no backup yet. With PLANWRIGHT_BACKUPS=FOLDER the site makes one every night; or run planwright backup --to FOLDER.',
  },
  taken: { zh: '状态截至', en: 'State as of' },
  checked: { zh: '核对于', en: 'Checked' },
  holds: { zh: '内容', en: 'Holds' },
  size: { zh: '大小', en: 'Size' },
  took: { zh: '用时', en: 'Took' },
  encrypted: { zh: '加密', en: 'Encrypted' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
} as const

export default function Backups() {
  const rows = useLoaderData<typeof loader>()
  const { say, language } = useSay()
  const { minuteOf } = useTimes()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <AdminParts />
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(rows.length === 0 ? WORDS.none : WORDS.lead)}</p>
      {rows.length > 0 && (
        <Scroll label={say(WORDS.title)}>
          <table className="rows">
            <caption className="unseen">{say(WORDS.title)}</caption>
            <Heads names={[WORDS.taken, WORDS.checked, WORDS.holds, WORDS.size, WORDS.took, WORDS.encrypted].map(say)} />
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  <th scope="row">
                    {minuteOf(row.takenAt)}
                    <div className="small quiet">{row.folder}</div>
                  </th>
                  <td data-head={say(WORDS.checked)} className="date">
                    {minuteOf(row.checkedAt)}
                  </td>
                  <td data-head={say(WORDS.holds)}>
                    {language === 'zh'
                      ? `${row.tables} 张表、${row.rows} 行、${row.files} 个文件`
                      : `${row.tables} tables, ${row.rows} rows, ${row.files} files`}
                  </td>
                  <td data-head={say(WORDS.size)}>{(row.bytes / MEGABYTE).toFixed(1)} MB</td>
                  <td data-head={say(WORDS.took)}>{row.seconds} s</td>
                  <td data-head={say(WORDS.encrypted)}>{say(row.encrypted ? WORDS.yes : WORDS.no)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>
  )
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { addDepartment, departments, loadDepartments } from '../../modules/office/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads } from '../parts/basic.tsx'
import { Done, Form, Submit, TextField } from '../parts/form.tsx'
import { AdminParts } from './parts.tsx'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return { ...(await app.perform(who, departments, {})), done: new URL(request.url).searchParams.get('done') }
  })

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  return posted(request, {
    load: async () => {
      await app.perform(who, loadDepartments, {})
      return '/admin/departments?done=loaded'
    },
    add: async (fields) => {
      const { id } = await app.perform(who, addDepartment, { name: fields.text('name'), nameEnglish: fields.text('nameEnglish') })
      return `/admin/departments/${id}?done=added`
    },
  })
}

const WORDS = {
  title: { zh: '有哪些部门，各有多少岗位？', en: 'Which departments are there, and how many posts?' },
  name: { zh: '部门', en: 'Department' },
  posts: { zh: '岗位', en: 'Posts' },
  people: { zh: '在任人数', en: 'People' },
  state: { zh: '状态', en: 'State' },
  open: { zh: '开放', en: 'open' },
  closed: { zh: '已关闭', en: 'closed' },
  missing: { zh: '只在数据包里的部门', en: 'Departments that stand in the pack only' },
  load: { zh: '全部建立', en: 'Add them all' },
  add: { zh: '增加部门', en: 'Add a department' },
  chinese: { zh: '中文名称', en: 'Name in Chinese' },
  english: { zh: '英文名称', en: 'Name in English' },
} as const

const DONE = { loaded: { zh: '数据包里的部门已建立。', en: 'The departments of the pack were added.' } } as const

export default function Departments() {
  const { departments: rows, missing, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to, marks } = useSay()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <AdminParts />
      <h1>{say(WORDS.title)}</h1>
      <Done done={done} texts={DONE} />
      {missing.length > 0 && (
        <section>
          <h2>{say(WORDS.missing)}</h2>
          <p>
            {missing.map(say).join(marks.comma)}
            {marks.stop}
          </p>
          <Form name="load" returned={returned} label={WORDS.load}>
            <Submit>{say(WORDS.load)}</Submit>
          </Form>
        </section>
      )}
      <div className="scroll">
        <table className="rows">
          <caption className="unseen">{say(WORDS.title)}</caption>
          <Heads names={[WORDS.name, WORDS.posts, WORDS.people, WORDS.state].map(say)} />
          <tbody>
            {rows.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  <a href={to(`/admin/departments/${each.id}`)}>{say(each.name)}</a>
                </th>
                <td data-head={say(WORDS.posts)}>{each.posts}</td>
                <td data-head={say(WORDS.people)}>{each.people}</td>
                <td data-head={say(WORDS.state)}>{each.closedOn ? `${say(WORDS.closed)} ${each.closedOn}` : say(WORDS.open)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h2>{say(WORDS.add)}</h2>
      <Form name="add" returned={returned} label={WORDS.add}>
        <TextField name="name" label={WORDS.chinese} />
        <TextField name="nameEnglish" label={WORDS.english} />
        <Submit>{say(WORDS.add)}</Submit>
      </Form>
    </>
  )
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { ROLES } from '../../kernel/who.ts'
import { addPost, closeDepartment, closePost, department, reopenDepartment, reopenPost } from '../../modules/office/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads } from '../parts/basic.tsx'
import { Choices, Confirm, Done, Form, SelectField, Submit, TextField } from '../parts/form.tsx'
import { roleText } from '../who-words.ts'
import { ASSIGN_DONE, AssignForm, assignForms, EndForm } from './assign-form.tsx'
import { Assignments } from './assignments.tsx'
import { AdminParts } from './parts.tsx'

export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return {
      ...(await app.perform(who, department, { department: params.department ?? '' })),
      done: new URL(request.url).searchParams.get('done'),
    }
  })

export const action = ({ context, params, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const own = { department: params.department ?? '' }
  const page = `/admin/departments/${own.department}`
  const then = async (work: Promise<unknown>, done: string): Promise<string> => {
    await work
    return `${page}?done=${done}`
  }
  return posted(request, {
    ...assignForms(app, who, page),
    post: (fields) => {
      const { text, all } = fields
      const input = { ...own, title: text('title'), titleEnglish: text('titleEnglish'), roles: [...all('roles')] }
      return then(app.perform(who, addPost, input), 'post')
    },
    'close-post': (fields) => then(app.perform(who, closePost, { post: fields.text('post') }), 'closed'),
    'reopen-post': (fields) => then(app.perform(who, reopenPost, { post: fields.text('post') }), 'reopened'),
    close: () => then(app.perform(who, closeDepartment, own), 'closed'),
    reopen: () => then(app.perform(who, reopenDepartment, own), 'reopened'),
  })
}

const WORDS = {
  title: { zh: '：有哪些岗位，谁在任？', en: ': which posts, and who holds them?' },
  closed: { zh: '这个部门已关闭。', en: 'This department is closed.' },
  posts: { zh: '岗位', en: 'Posts' },
  post: { zh: '岗位', en: 'Post' },
  roles: { zh: '职责', en: 'Roles' },
  holders: { zh: '在任', en: 'Held by' },
  nobody: { zh: '— 无人', en: '— nobody' },
  state: { zh: '状态', en: 'State' },
  open: { zh: '开放', en: 'open' },
  shut: { zh: '已关闭', en: 'closed' },
  noPosts: { zh: '还没有岗位。', en: 'There is no post yet.' },
  acting: { zh: '代理', en: 'acting' },
  people: { zh: '任职和经历', en: 'Who holds and held them' },
  give: { zh: '安排岗位', en: 'Give a post' },
  end: { zh: '结束任职', en: 'End an assignment' },
  add: { zh: '设立岗位', en: 'Add a post' },
  addText: { zh: '职责设立后不再更改；要换就设立新岗位。', en: 'Roles never change afterwards; another post takes its place.' },
  chinese: { zh: '中文名称', en: 'Title in Chinese' },
  english: { zh: '英文名称', en: 'Title in English' },
  closePost: { zh: '关闭岗位', en: 'Close a post' },
  reopenPost: { zh: '重新开放岗位', en: 'Open a post again' },
  closeAll: { zh: '关闭部门', en: 'Close the department' },
  closeText: { zh: '关闭后不能再安排岗位，可以重新开放。', en: 'No post can be given in it until it is opened again.' },
  reopen: { zh: '重新开放部门', en: 'Open the department again' },
} as const

const DONE = {
  ...ASSIGN_DONE,
  added: { zh: '部门已增加。', en: 'The department was added.' },
  post: { zh: '岗位已设立。', en: 'The post was added.' },
  closed: { zh: '已关闭。', en: 'Closed.' },
  reopened: { zh: '已重新开放。', en: 'Open again.' },
} as const

export default function Department() {
  const { department: own, posts, assignments, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, marks } = useSay()
  const options = (closed: boolean) =>
    posts.filter(({ closedOn }) => (closedOn !== null) === closed).map(({ id, title }) => ({ value: id, text: title }))
  const [openPosts, closedPosts] = [options(false), options(true)]
  const current = assignments.filter(({ state }) => state !== 'over')
  return (
    <>
      <title>{`${say(own.name)}${say(WORDS.title)} · 策行 Planwright`}</title>
      <AdminParts />
      <h1>
        {say(own.name)}
        {say(WORDS.title)}
      </h1>
      <Done done={done} texts={DONE} />
      {own.closedOn && <p className="note warn">{say(WORDS.closed)}</p>}
      <h2>{say(WORDS.posts)}</h2>
      {posts.length === 0 ? (
        <p>{say(WORDS.noPosts)}</p>
      ) : (
        <div className="scroll">
          <table className="rows">
            <caption className="unseen">{say(WORDS.posts)}</caption>
            <Heads names={[WORDS.post, WORDS.roles, WORDS.holders, WORDS.state].map(say)} />
            <tbody>
              {posts.map((post) => (
                <tr key={post.id}>
                  <th scope="row">{say(post.title)}</th>
                  <td data-head={say(WORDS.roles)}>{post.roles.map((role) => say(roleText[role])).join(marks.comma)}</td>
                  <td data-head={say(WORDS.holders)}>
                    {assignments
                      .filter((each) => each.post.id === post.id && each.state === 'held')
                      .map(({ person, acting }) => `${person.name}${acting ? `${marks.open}${say(WORDS.acting)}${marks.close}` : ''}`)
                      .join(marks.comma) || say(WORDS.nobody)}
                  </td>
                  <td data-head={say(WORDS.state)}>{post.closedOn ? `${say(WORDS.shut)} ${post.closedOn}` : say(WORDS.open)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {assignments.length > 0 && (
        <>
          <h2>{say(WORDS.people)}</h2>
          <Assignments caption={WORDS.people} rows={assignments} of="department" />
        </>
      )}
      {openPosts.length > 0 && (
        <>
          <h2>{say(WORDS.give)}</h2>
          <AssignForm returned={returned} posts={openPosts} person={null} />
        </>
      )}
      {current.length > 0 && (
        <>
          <h2>{say(WORDS.end)}</h2>
          <EndForm returned={returned} rows={current} />
        </>
      )}
      {own.closedOn === null && (
        <>
          <h2>{say(WORDS.add)}</h2>
          <Form name="post" returned={returned} label={WORDS.add}>
            <TextField name="title" label={WORDS.chinese} />
            <TextField name="titleEnglish" label={WORDS.english} />
            <Choices name="roles" label={WORDS.roles} options={ROLES.map((role) => ({ value: role, text: roleText[role] }))} many />
            <p className="small quiet">{say(WORDS.addText)}</p>
            <Submit>{say(WORDS.add)}</Submit>
          </Form>
        </>
      )}
      {openPosts.length > 0 && (
        <Confirm ask={say(WORDS.closePost)}>
          <Form name="close-post" returned={returned} label={WORDS.closePost}>
            <SelectField name="post" label={WORDS.post} options={openPosts} />
            <Submit second>{say(WORDS.closePost)}</Submit>
          </Form>
        </Confirm>
      )}
      {closedPosts.length > 0 && (
        <Form name="reopen-post" returned={returned} label={WORDS.reopenPost}>
          <SelectField name="post" label={WORDS.post} options={closedPosts} />
          <Submit second>{say(WORDS.reopenPost)}</Submit>
        </Form>
      )}
      {own.closedOn === null ? (
        <Confirm ask={say(WORDS.closeAll)}>
          <Form name="close" returned={returned} label={WORDS.closeAll}>
            <p>{say(WORDS.closeText)}</p>
            <Submit second>{say(WORDS.closeAll)}</Submit>
          </Form>
        </Confirm>
      ) : (
        <Form name="reopen" returned={returned} label={WORDS.reopen}>
          <Submit second>{say(WORDS.reopen)}</Submit>
        </Form>
      )}
    </>
  )
}

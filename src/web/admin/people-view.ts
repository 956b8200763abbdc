import type { Text } from '../../core/messages.ts'
import type { Assignment } from '../../modules/office/index.ts'
import type { ListColumnView } from '../parts/list.tsx'

/** The columns of the list of everybody; `posts` is what they hold today. */
export const peopleColumns: readonly ListColumnView[] = [
  { name: 'name', label: { zh: '姓名', en: 'Name' }, filter: 'text' },
  { name: 'email', label: { zh: '邮箱', en: 'E-mail' }, filter: 'text' },
  { name: 'mobile', label: { zh: '手机', en: 'Mobile' }, filter: 'text', folded: true },
  { name: 'staffNumber', label: { zh: '工号', en: 'Staff number' }, filter: 'text' },
  { name: 'posts', label: { zh: '岗位', en: 'Posts' }, sortable: false },
  {
    name: 'state',
    label: { zh: '账户', en: 'Account' },
    filter: 'choice',
    choices: [
      { value: 'on', text: { zh: '启用', en: 'on' } },
      { value: 'off', text: { zh: '已停用', en: 'switched off' } },
    ],
  },
  {
    name: 'demo',
    label: { zh: '演示账户', en: 'Demonstration' },
    filter: 'choice',
    sortable: false,
    folded: true,
    choices: [
      { value: 'true', text: { zh: '是', en: 'yes' } },
      { value: 'false', text: { zh: '否', en: 'no' } },
    ],
  },
  { name: 'since', label: { zh: '账户建立于', en: 'Account since' }, filter: 'range' },
]

const ACTING = { zh: '（代理）', en: ' (acting)' } as const

/** A post that somebody holds, by department and title. */
export const heldText = ({ post, acting }: Assignment): Text => ({
  zh: `${post.department.name.zh} ${post.title.zh}${acting ? ACTING.zh : ''}`,
  en: `${post.department.name.en} ${post.title.en}${acting ? ACTING.en : ''}`,
})

/** What a value of a column of few values is called. */
export const choiceText = (column: string, value: string | null | undefined): Text | undefined =>
  peopleColumns.find(({ name }) => name === column)?.choices?.find((choice) => choice.value === value)?.text

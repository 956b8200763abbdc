/** The pages of administration: what each is called, what is done there, and the way from one to the other. */
import { useLocation } from 'react-router'
import type { Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'

export const PLACES: readonly (readonly [path: string, name: Text, what: Text])[] = [
  ['/admin/people', { zh: '人员', en: 'People' }, { zh: '账户、岗位、停用', en: 'accounts, posts, switching off' }],
  ['/admin/invitations', { zh: '邀请', en: 'Invitations' }, { zh: '开通账户并安排岗位', en: 'an account, and posts with it' }],
  ['/admin/departments', { zh: '部门', en: 'Departments' }, { zh: '岗位、任职、代理', en: 'posts, who holds them, acting' }],
  ['/admin/packs', { zh: '数据包', en: 'Packs' }, { zh: '提议、检查、发布、恢复', en: 'propose, check, publish, roll back' }],
  ['/admin/jobs', { zh: '消息队列', en: 'Queue' }, { zh: '等待、失败、重试', en: 'what waits, what failed, trying again' }],
  [
    '/admin/webhooks',
    { zh: '事件推送', en: 'Webhooks' },
    { zh: '告诉谁什么，送到没有', en: 'who is told of what, and whether it arrived' },
  ],
  ['/admin/backups', { zh: '备份', en: 'Backups' }, { zh: '在哪里，核对过没有', en: 'where they are, and whether they hold' }],
]

const HOME: Text = { zh: '概况', en: 'Overview' }
const PARTS: Text = { zh: '管理的各页', en: 'Pages of administration' }

/** Stands above every page of administration; the page one is below is marked as well. */
export const AdminParts = () => {
  const { say, to } = useSay()
  const { pathname } = useLocation()
  const link = (path: string, name: Text, isHere: boolean) => (
    <a key={path} href={to(path)} aria-current={isHere ? 'page' : undefined}>
      {say(name)}
    </a>
  )
  return (
    <nav className="parts" aria-label={say(PARTS)}>
      {link('/admin', HOME, pathname === to('/admin'))}
      {PLACES.map(([path, name]) => link(path, name, pathname === to(path) || pathname.startsWith(`${to(path)}/`)))}
    </nav>
  )
}

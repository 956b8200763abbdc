/** The pages of administration: what each is called, what is done there, and the way from one to the other. */
import type { Text } from '../../core/messages.ts'
import { PartsNav, type Place } from '../parts/places.tsx'

export const PLACES: readonly Place[] = [
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

const PARTS: Text = { zh: '管理的各页', en: 'Pages of administration' }

/** Stands above every page of administration. */
export const AdminParts = () => <PartsNav label={PARTS} home="/admin" places={PLACES} />

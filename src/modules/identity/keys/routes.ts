import type { Route } from '../../../kernel/module.ts'
import { Me } from './contract.ts'
import { me } from './views.ts'

export const keyRoutes: readonly Route[] = [
  {
    on: 'GET /me',
    run: me,
    reply: Me,
    summary: { zh: '密钥的主人和现在的岗位、权限', en: 'Whose key this is, and which posts and rights count now' },
  },
]

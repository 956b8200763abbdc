import type { Module } from '../../kernel/module.ts'
import { enterprise } from './actions.ts'
import { Enterprise } from './contract.ts'
import { messages } from './messages.ts'
import { migrations } from './tables.ts'

export { enterprise, loadDemo, syntheticCount } from './actions.ts'
export * from './contract.ts'
export { demoUscc } from './rules/uscc.ts'
export { enterpriseList, enterpriseRows, enterprisesNamed } from './search/views.ts'
export { membershipsOf } from './views.ts'

export const party: Module = {
  name: 'party',
  uses: ['edition', 'identity'],
  migrations,
  messages,
  routes: [
    {
      on: 'GET /enterprises/:uscc',
      run: enterprise,
      reply: Enterprise,
      summary: { zh: '演示企业及登记机关掌握的事实', en: 'A synthetic enterprise and what the registers know of it' },
    },
  ],
}

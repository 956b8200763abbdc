import type { Module } from '../../kernel/module.ts'
import { migrations } from './tables.ts'

export * from './contract.ts'
export { bearerOfSession } from './views.ts'

export const identity: Module = { name: 'identity', uses: [], migrations, messages: {}, routes: [] }

import { Type } from 'typebox'
import type { Module } from '../../kernel/module.ts'
import { editions } from './actions.ts'
import { Edition } from './contract.ts'
import { messages } from './messages.ts'
import { migrations } from './tables.ts'

export { editions, fileInEditions, hashInService, packInService, packOfEdition, packPublished, publish, refuseFindings } from './actions.ts'
export * from './contract.ts'

export const edition: Module = {
  name: 'edition',
  uses: [],
  migrations,
  messages,
  routes: [{ on: 'GET /packs', run: editions, reply: Type.Array(Edition), summary: { zh: '已发布的包', en: 'Published packs' } }],
}

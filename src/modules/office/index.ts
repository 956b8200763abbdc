import type { Module } from '../../kernel/module.ts'
import { migrations } from './tables.ts'

export { countingPosts, wantsStrong } from './rules.ts'
export { postsOf } from './views.ts'

export const office: Module = { name: 'office', uses: ['identity'], migrations, messages: {}, routes: [] }

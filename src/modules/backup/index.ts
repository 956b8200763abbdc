import type { Module } from '../../kernel/module.ts'
import { recorded } from './recorded.ts'
import { migrations } from './tables.ts'
import { backupAge } from './views.ts'

export { makeBackup, nightlyBackup } from './actions.ts'
export * from './contract.ts'
export { backups } from './views.ts'

export const backup: Module = { name: 'backup', uses: [], migrations, messages: {}, recorded, routes: [], health: backupAge }

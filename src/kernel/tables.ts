/** The kernel's own tables, before those of any module. */
import { auditMigrations } from './audit/tables.ts'
import type { Migration } from './database.ts'
import { jobMigrations } from './jobs/tables.ts'
import { mailMigrations } from './mail/tables.ts'

export const kernelMigrations: readonly Migration[] = [...auditMigrations, ...jobMigrations, ...mailMigrations]

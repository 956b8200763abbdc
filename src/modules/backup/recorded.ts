import type { Recorded } from '../../kernel/recorded.ts'

/** What is done about backups, as people call it. */
export const recorded: Recorded = {
  events: {
    'backup.made': { zh: '做了备份', en: 'made a backup' },
  },
  objects: {
    backup: { zh: '备份', en: 'backup' },
  },
}

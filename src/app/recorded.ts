import type { Recorded } from '../kernel/recorded.ts'

/** What several modules do together, as people call it. */
export const appRecorded: Recorded = {
  events: {
    'app.demo-accounts-made': { zh: '建立了演示账户', en: 'made demo accounts' },
    'app.grant-not-given': { zh: '邀请中的一项没有给出', en: 'left out what an invitation promised' },
  },
  objects: {
    'app.demo': { zh: '演示', en: 'demonstration' },
  },
}

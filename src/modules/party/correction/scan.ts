import { Type } from 'typebox'
import { action } from '../../../kernel/module.ts'
import { evidenceOf, setScan } from './queries.ts'

/** Has the files of a correction scanned that wait for it. */
export const scanEvidence = action(
  'party.scan-evidence',
  'operate',
  Type.Object({ correction: Type.String({ maxLength: 36 }) }),
  async (act, { correction }): Promise<void> => {
    for (const { id, sha256, scan } of await evidenceOf(act.db, [correction])) {
      if (scan !== 'pending') continue
      const found = await act.files.scan(sha256)
      await setScan(act.db, id, found, act.now)
      await act.record('party.evidence-scanned', { object: ['party.evidence', id], before: { scan }, after: { scan: found } })
    }
  },
)

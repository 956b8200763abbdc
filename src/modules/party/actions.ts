import { Type } from 'typebox'
import { action, view } from '../../kernel/module.ts'
import { packInService } from '../edition/index.ts'
import type { Enterprise } from './contract.ts'
import { fail } from './messages.ts'
import { countSynthetic, enterpriseByUscc, insertDemo, recordsOf, removeSynthetic } from './queries.ts'
import { demoEnterprise } from './rules/demo.ts'
import { isUscc } from './rules/uscc.ts'

const BLOCK = 2000

/** Replaces the synthetic enterprises; real ones are not touched. */
export const loadDemo = action(
  'party.load-demo',
  'operate',
  Type.Object({
    enterprises: Type.Integer({ minimum: 0, maximum: 2_000_000 }),
    seed: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }),
  }),
  async (act, { enterprises, seed }) => {
    const pack = await packInService(act)
    await removeSynthetic(act.db)
    for (let first = 1; first <= enterprises; first += BLOCK) {
      const block = Array.from({ length: Math.min(BLOCK, enterprises - first + 1) }, (_, index) =>
        demoEnterprise(pack, seed, first + index),
      )
      await insertDemo(act.db, { validOn: act.today, recordedAt: act.now }, block)
    }
    await act.record('party.demo-loaded', { object: ['edition.pack', pack.hash], details: { enterprises, seed } })
    return { enterprises, seed }
  },
)

export const syntheticCount = view('party.synthetic-count', 'public', Type.Object({}), (look) => countSynthetic(look.db))

/** An enterprise with what the registers know of it. Only synthetic ones exist without an account system; real ones are never shown here. */
export const enterprise = view(
  'party.enterprise',
  'public',
  Type.Object({ uscc: Type.String({ maxLength: 30 }) }),
  async (look, { uscc }): Promise<Enterprise> => {
    const code = uscc.trim().toUpperCase()
    if (!isUscc(code)) fail('party.uscc', { uscc: code })
    const row = await enterpriseByUscc(look.db, code)
    if (!row?.synthetic) return fail('party.enterprise-unknown', { uscc: code })
    const records = await recordsOf(look.db, row.id)
    const facts = records.flatMap((record) =>
      Object.entries(record.facts).map(([name, value]) => ({ name, value, registry: record.registry, validOn: record.valid_on })),
    )
    return { uscc: row.uscc, name: row.name, district: row.district, synthetic: row.synthetic, facts }
  },
)

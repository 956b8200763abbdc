import { Type } from 'typebox'
import { action, view } from '../../kernel/module.ts'
import { packInService } from '../edition/index.ts'
import type { Enterprise } from './contract.ts'
import { factsHeld } from './fact/views.ts'
import { fail } from './messages.ts'
import { countSynthetic, enterpriseByUscc, hasCorrections, insertDemo, removeSynthetic } from './queries.ts'
import { demoEnterprise } from './rules/demo.ts'
import { isUscc } from './rules/uscc.ts'

const BLOCK = 2000
/** What stands in the place of a register where an accepted correction counts. */
const CORRECTION = '更正'

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
    if (await hasCorrections(act.db)) fail('party.demo-used', {})
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
    const pack = await packInService(look)
    const facts = (await factsHeld(look, row.id, pack, { asOf: look.today, known: look.today })).map(({ fact, standing, disputed }) => ({
      name: fact,
      value: standing.value,
      registry: standing.source.kind === 'registry' ? standing.source.name : CORRECTION,
      validOn: standing.validOn,
      disputed: disputed !== null,
    }))
    return { uscc: row.uscc, name: row.name, district: row.district, synthetic: row.synthetic, facts }
  },
)

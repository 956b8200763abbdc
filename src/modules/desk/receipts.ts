import { Type } from 'typebox'
import type { Day } from '../../core/dates.ts'
import { isId, newId } from '../../kernel/ids.ts'
import { type Act, action, type Look, view } from '../../kernel/module.ts'
import { decideWithReceipt, type Receipt, type Verified, verifyReceipt } from '../measure/index.ts'
import { demandWhole, type EnterpriseName, enterpriseRow, personIn, Uscc } from '../party/index.ts'
import { Asked } from './contract.ts'
import { fail } from './messages.ts'
import { insertReceipt, receiptOfEnterprise, receiptsOf } from './queries.ts'

const Id = Type.String({ maxLength: 36 })
const File = Type.String({ maxLength: 200_000 })

/** What differs of a receipt, but for the program that decided: a newer one is no fault of the receipt. */
const isWrong = ({ part, holds }: Verified): boolean => holds === false && part !== 'engine'

/** Keeps a receipt that is whole and unaltered. */
const kept = async (act: Act, enterprise: string, text: string, facts: string | null): Promise<{ readonly id: string }> => {
  demandWhole(act, enterprise, 'draft')
  const by = personIn(act)
  const row = await enterpriseRow(act, enterprise)
  const { receipt, parts } = await verifyReceipt.run(act, { receipt: text, ...(facts === null ? {} : { facts }) })
  if (receipt === null || parts.some(isWrong)) return fail('desk.receipt-form', {})
  const id = newId(act.now)
  const isNew = await insertReceipt(act.db, {
    id,
    enterprise_id: row.id,
    hash: receipt.hash,
    receipt: text,
    facts,
    kept_by: by.id,
    kept_at: act.now,
  })
  if (!isNew) fail('desk.receipt-kept', {})
  await act.record('desk.receipt-kept', { object: ['desk.receipt', id], after: { hash: receipt.hash }, details: { enterprise } })
  return { id }
}

/** Keeps a receipt that somebody brings, with its file of facts or without. */
export const keepReceipt = action(
  'desk.keep-receipt',
  { member: 'draft' },
  Type.Object({ enterprise: Uscc, receipt: File, facts: File }),
  (act, { enterprise, receipt, facts }) => kept(act, enterprise, receipt, facts.trim() === '' ? null : facts),
)

/** Decides over what was asked and keeps the receipt with its facts. */
export const decideAndKeep = action(
  'desk.decide-and-keep',
  { member: 'draft' },
  Type.Object({ enterprise: Uscc, asked: Asked }),
  async (act, { enterprise, asked }): Promise<{ readonly id: string }> => {
    const { receipt, facts } = await decideWithReceipt.run(act, { ...asked, on: asked.on === '' ? act.today : asked.on })
    const { hash } = JSON.parse(receipt) as { readonly hash: string }
    return kept(act, enterprise, receipt, `${JSON.stringify({ receipt: hash, facts }, null, 2)}\n`)
  },
)

/** A receipt that is kept. `verdict`: whether every part of it holds today; `open` where something could not be compared, such as facts that are not here. */
export type KeptReceipt = {
  readonly id: string
  readonly keptOn: Day
  readonly receipt: Receipt
  readonly hasFacts: boolean
  readonly verdict: 'holds' | 'open' | 'differs'
}

const receiptsHeld = async (look: Look, enterpriseId: string): Promise<readonly KeptReceipt[]> =>
  Promise.all(
    (await receiptsOf(look.db, enterpriseId)).map(async (row) => {
      const { parts, edition } = await verifyReceipt.run(look, {
        receipt: row.receipt,
        ...(row.facts === null ? {} : { facts: row.facts }),
      })
      const differs = parts.some(isWrong)
      const isWhole = edition === 'published' && parts.every(({ holds }) => holds === true)
      return {
        id: row.id,
        keptOn: look.dayOf(row.kept_at),
        receipt: JSON.parse(row.receipt) as Receipt,
        hasFacts: row.facts !== null,
        verdict: differs ? 'differs' : isWhole ? 'holds' : 'open',
      }
    }),
  )

export const receipts = view(
  'desk.receipts',
  { member: 'view' },
  Type.Object({ enterprise: Uscc }),
  async (look, { enterprise }): Promise<{ readonly enterprise: EnterpriseName; readonly receipts: readonly KeptReceipt[] }> => {
    demandWhole(look, enterprise, 'view')
    const { id, uscc, name, district, synthetic } = await enterpriseRow(look, enterprise)
    return { enterprise: { uscc, name, district, synthetic }, receipts: await receiptsHeld(look, id) }
  },
)

/** The two files of a receipt, byte for byte; facts are null where they were not kept. */
export const receiptFiles = view(
  'desk.receipt-files',
  { member: 'view' },
  Type.Object({ enterprise: Uscc, receipt: Id }),
  async (look, input): Promise<{ readonly hash: string; readonly receipt: string; readonly facts: string | null }> => {
    demandWhole(look, input.enterprise, 'view')
    const { id } = await enterpriseRow(look, input.enterprise)
    const row =
      (isId(input.receipt) ? await receiptOfEnterprise(look.db, id, input.receipt) : undefined) ?? fail('desk.receipt-unknown', {})
    return { hash: row.hash, receipt: row.receipt, facts: row.facts }
  },
)

/** The receipt of a check-up, made where the check-up is made. */
import type { Engine } from '../../core/evidence/engine.ts'
import { readFacts } from '../../core/facts.ts'
import { considered, judgementKeys, openedFacts, receiptOf, receiptText } from '../../modules/measure/browser.ts'
import type { Pack } from '../../pack/pack.ts'
import { type Form, type LookedUp, typedIn } from './check-answer.ts'

const newSalt = (): string => Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

/** Two files: the receipt, and the facts it was made from with their salts. */
export const receiptFor = (
  pack: Pack,
  form: Form,
  { found }: LookedUp,
  today: string,
  engine: Engine,
): { readonly receipt: string; readonly facts: string } => {
  const typed = typedIn(form, found, pack, today)
  const when = { on: typed.on, known: typed.known || typed.on }
  const { facts } = readFacts(Object.fromEntries(typed.values), pack.facts, judgementKeys(pack))
  const opened = openedFacts(facts, pack, newSalt)
  const receipt = receiptOf(pack, { measures: considered(pack, when, typed), when, unverified: typed.unverified }, facts, opened, engine)
  return { receipt: receiptText(receipt), facts: `${JSON.stringify({ receipt: receipt.hash, facts: opened }, null, 2)}\n` }
}

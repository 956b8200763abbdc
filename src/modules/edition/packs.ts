/** Packs rebuilt from the texts that the database keeps. */
import type { Day } from '../../core/dates.ts'
import type { Look } from '../../kernel/module.ts'
import type { Pack, ReadResult } from '../../pack/pack.ts'
import { packOf } from '../../pack/read.ts'
import { fail } from './messages.ts'
import { currentHash, filesOf, isKept } from './queries.ts'

type Checked = ReadResult & { readonly on: Day }

/** What was rebuilt, by hash. Texts of a hash never change, so neither does the pack; only warnings depend on the day. */
const kept = new Map<string, Checked>()
const MOST = 6

const keep = (hash: string, checked: Checked): Checked => {
  kept.delete(hash)
  kept.set(hash, checked)
  for (const [oldest] of kept) if (kept.size > MOST) kept.delete(oldest)
  return checked
}

/** The pack of these texts and what its check finds today. */
export const checkedTexts = async (look: Look, hash: string, texts: () => Promise<ReadonlyMap<string, string>>): Promise<ReadResult> => {
  const known = kept.get(hash)
  return keep(hash, known?.on === look.today ? known : { ...packOf(await texts(), look.today), on: look.today })
}

/** Null is a pack that a newer program no longer accepts. */
export const rebuilt = async (look: Look, hash: string): Promise<Pack | null> => {
  const known = kept.get(hash)
  return keep(hash, known ?? { ...packOf(await filesOf(look.db, hash), look.today), on: look.today }).pack
}

/** The pack in service, rebuilt from the texts the database keeps. Fails if none has been loaded, or if a newer program no longer accepts it. */
export const packInService = async (look: Look): Promise<Pack> => {
  const hash = (await currentHash(look.db)) ?? fail('edition.none', {})
  return (await rebuilt(look, hash)) ?? fail('edition.outdated', { hash: hash.slice(0, 12) })
}

/** Other texts are the hash of nothing, and some of them no database looks for. */
const HASH = /^[0-9a-f]{64}$/

/** A pack as it was published; null if no edition has that hash, or if a newer program no longer accepts it. */
export const packPublished = async (look: Look, hash: string): Promise<Pack | null> =>
  HASH.test(hash) && (await isKept(look.db, hash)) ? rebuilt(look, hash) : null

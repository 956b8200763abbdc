import { Type } from 'typebox'
import { action, type Look, view } from '../../kernel/module.ts'
import type { Pack } from '../../pack/pack.ts'
import { packOf } from '../../pack/read.ts'
import type { Edition } from './contract.ts'
import { fail } from './messages.ts'
import { allEditions, currentHash, filesOf, keepEdition, putInService } from './queries.ts'

/** Editions rebuilt from their texts; a text of a hash never changes, so neither does what is kept here. */
const built = new Map<string, Pack>()
const KEPT = 4

/** The pack in service, rebuilt from the texts the database keeps. Fails if none has been loaded. */
export const packInService = async (look: Look): Promise<Pack> => {
  const hash = (await currentHash(look.db)) ?? fail('edition.none', {})
  const known = built.get(hash)
  if (known) return known
  const { pack } = packOf(await filesOf(look.db, hash), look.today)
  if (!pack) throw new Error(`the edition ${hash} no longer passes its own check`)
  if (built.size >= KEPT) built.clear()
  built.set(hash, pack)
  return pack
}

/**
 * Publishes a pack from its texts. Findings of severity error refuse it, and the earlier edition stays in service; the same texts again change nothing.
 */
export const publish = action(
  'edition.publish',
  'operate',
  Type.Object({ files: Type.Record(Type.String(), Type.String()) }),
  async (act, { files }) => {
    const { pack, diagnostics } = packOf(new Map(Object.entries(files)), act.today)
    if (!pack) {
      const errors = diagnostics.filter((each) => each.severity === 'error')
      return fail(
        'edition.findings',
        { count: errors.length },
        errors.map(({ code, message, place }) => ({ field: `${place.file}:${place.line}:${place.column}`, code, message })),
      )
    }
    const before = await currentHash(act.db)
    await keepEdition(act.db, {
      hash: pack.hash,
      id: pack.id,
      titleZh: pack.title.zh,
      titleEn: pack.title.en,
      version: pack.version,
      files: pack.files,
    })
    await putInService(act.db, pack.hash)
    await act.record('edition.published', { hash: pack.hash, before })
    return { hash: pack.hash, changed: before !== pack.hash }
  },
)

/** The hash of the pack in service; null before the first. */
export const hashInService = view('edition.in-service', 'public', Type.Object({}), (look) => currentHash(look.db))

export const editions = view(
  'edition.list',
  'public',
  Type.Object({}),
  async (look): Promise<readonly Edition[]> =>
    (await allEditions(look.db)).map((row) => ({
      hash: row.hash,
      id: row.id,
      title: { zh: row.title_zh, en: row.title_en },
      version: row.version,
      loadedAt: row.loaded_at.toISOString(),
      inService: row.in_service,
    })),
)

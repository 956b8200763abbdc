import { Type } from 'typebox'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { action, type Look, view } from '../../kernel/module.ts'
import type { Pack } from '../../pack/pack.ts'
import { packOf } from '../../pack/read.ts'
import type { Edition, FileEdition } from './contract.ts'
import { fail } from './messages.ts'
import { allEditions, currentHash, fileOfEach, filesOf, isKept, keepEdition, oneAtATime, putInService } from './queries.ts'

/** Editions rebuilt from their texts; null is one that fails its check. A text of a hash never changes, so neither does what is kept here. */
const built = new Map<string, Pack | null>()
const KEPT = 4

const rebuilt = async (look: Look, hash: string): Promise<Pack | null> => {
  const known = built.get(hash)
  if (known !== undefined) return known
  const { pack } = packOf(await filesOf(look.db, hash), look.today)
  if (built.size >= KEPT) built.clear()
  built.set(hash, pack)
  return pack
}

/** The pack in service, rebuilt from the texts the database keeps. Fails if none has been loaded, or if a newer program no longer accepts it. */
export const packInService = async (look: Look): Promise<Pack> => {
  const hash = (await currentHash(look.db)) ?? fail('edition.none', {})
  return (await rebuilt(look, hash)) ?? fail('edition.outdated', { hash: hash.slice(0, 12) })
}

/** A pack as it was published; null if no edition has that hash, or if a newer program no longer accepts it. */
export const packPublished = async (look: Look, hash: string): Promise<Pack | null> =>
  (await isKept(look.db, hash)) ? rebuilt(look, hash) : null

/** The pack that was published under a hash, or under the beginning of one; refused where there is none, or more than one. */
export const packOfEdition = view(
  'edition.pack',
  'public',
  Type.Object({ hash: Type.String({ pattern: '^[0-9a-f]{6,64}$' }) }),
  async (look, { hash }): Promise<Pack> => {
    const [found, ...others] = (await allEditions(look.db)).filter((each) => each.hash.startsWith(hash))
    if (!found || others.length > 0) return fail('edition.unknown', { hash })
    return (await rebuilt(look, found.hash)) ?? fail('edition.outdated', { hash: found.hash.slice(0, 12) })
  },
)

/** How a file stands in every edition that has it, newest first. */
export const fileInEditions = async (look: Look, path: string): Promise<readonly FileEdition[]> =>
  (await fileOfEach(look.db, path)).map(({ hash, version, loaded_at, in_service, text }) => ({
    hash,
    version,
    loadedAt: loaded_at.toISOString(),
    inService: in_service,
    text,
  }))

/** Refuses a pack for its errors, each with its place. */
export const refuseFindings = (diagnostics: readonly Diagnostic[]): never => {
  const errors = diagnostics.filter((each) => each.severity === 'error')
  return fail(
    'edition.findings',
    { count: errors.length },
    errors.map(({ code, message, place }) => ({ field: `${place.file}:${place.line}:${place.column}`, code, message })),
  )
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
    if (!pack) return refuseFindings(diagnostics)
    await oneAtATime(act.db)
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
    const changed = before !== pack.hash
    await act.record(changed ? 'edition.published' : 'edition.confirmed', { object: ['edition.pack', pack.hash], before, after: pack.hash })
    return { hash: pack.hash, changed }
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

import { Type } from 'typebox'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { type Act, action } from '../../kernel/module.ts'
import type { Pack } from '../../pack/pack.ts'
import { packOf } from '../../pack/read.ts'
import { fail } from './messages.ts'
import { currentHash, keepEdition, oneAtATime, putInService } from './queries.ts'

/** Refuses a pack for its errors, each with its place. */
export const refuseFindings = (diagnostics: readonly Diagnostic[]): never => {
  const errors = diagnostics.filter((each) => each.severity === 'error')
  return fail(
    'edition.findings',
    { count: errors.length },
    errors.map(({ code, message, place }) => ({ field: `${place.file}:${place.line}:${place.column}`, code, message })),
  )
}

/** Keeps a pack as an edition and puts it in service; whoever calls holds the place (`oneAtATime`). */
export const serve = async (
  act: Act,
  pack: Pack,
  before: string | null,
  term: { readonly how: 'loaded' | 'published' | 'rolled-back'; readonly proposal: string | null },
): Promise<void> => {
  const { hash, id, title, version, files } = pack
  await keepEdition(act.db, { hash, id, titleZh: title.zh, titleEn: title.en, version, files })
  await putInService(act.db, { hash, ...term, now: act.now })
  await act.record('edition.published', { object: ['edition.pack', hash], before, after: hash, details: { version, ...term } })
  // The operator's own commands do the rest themselves.
  if (term.how !== 'loaded') act.emit({ type: 'edition.in-service' })
}

/**
 * Publishes a pack from its texts at once, as the operator may. Findings of severity error refuse it, and the earlier edition stays in service; the same texts
 * again change nothing.
 */
export const publish = action(
  'edition.load',
  'operate',
  Type.Object({ files: Type.Record(Type.String(), Type.String()) }),
  async (act, { files }) => {
    const { pack, diagnostics } = packOf(new Map(Object.entries(files)), act.today)
    if (!pack) return refuseFindings(diagnostics)
    await oneAtATime(act.db)
    const before = await currentHash(act.db)
    const changed = before !== pack.hash
    if (changed) await serve(act, pack, before, { how: 'loaded', proposal: null })
    else await act.record('edition.confirmed', { object: ['edition.pack', pack.hash], before, after: pack.hash })
    return { hash: pack.hash, changed }
  },
)

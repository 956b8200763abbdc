import { overlaps } from '../dates.ts'
import type { RawParameter } from './blocks.ts'
import { clauseHeading, type RawSection } from './document.ts'
import { placeOf, type Span } from './lines.ts'
import type { Reporter } from './report.ts'
import type { Parameter } from './tree.ts'
import { type Scope, typed } from './typed.ts'
import type { Type } from './types.ts'
import { sameType } from './units.ts'

/** What a literal is typed in: no name is known. */
export const scopeOfNothing = (shared: Pick<Scope, 'used' | 'built'>): Scope => ({
  catalogue: new Map(),
  parameters: new Map(),
  definition: () => 'unknown',
  table: () => 'unknown',
  names: () => [],
  ...shared,
})

/** The parameters with their versions, and what each name means to an expression. They stand on nothing: a version is a literal. */
export const parametersOf = (
  reporter: Reporter,
  rawParameters: readonly { readonly raw: RawParameter; readonly section: RawSection }[],
  shared: Pick<Scope, 'used' | 'built'>,
): { readonly parameters: readonly Parameter[]; readonly types: ReadonlyMap<string, { readonly type: Type; readonly span: Span }> } => {
  const place = (span: Span) => placeOf(reporter.source, span.start, span.end)
  const parameters: Parameter[] = []
  const types = new Map<string, { type: Type; span: Span }>()
  const nothing = scopeOfNothing(shared)
  for (const { raw, section } of rawParameters) {
    reporter.inClause(clauseHeading(section))
    const versions = raw.versions.flatMap((version) => {
      const node = typed(reporter, nothing, version.literal, raw.name)
      return node?.kind === 'literal' ? [{ node, version }] : []
    })
    const first = versions[0]
    if (!first) continue
    for (const { node, version } of versions)
      if (!sameType(node.type, first.node.type)) reporter.report('rule.version-types', version.span, { name: raw.name })
    for (const [index, { version }] of versions.entries()) {
      const clash = versions
        .slice(0, index)
        .find((earlier) => overlaps(earlier.version.validity, version.validity) && earlier.version.known === version.known)
      if (clash)
        reporter.report(
          'rule.parameter-overlap',
          version.span,
          { name: raw.name },
          { other: { span: clash.version.span, note: { zh: '重叠的版本', en: 'the version it overlaps' } } },
        )
    }
    types.set(raw.name, { type: first.node.type, span: raw.span })
    parameters.push({
      name: raw.name,
      english: raw.english,
      type: first.node.type,
      versions: versions.map(({ node, version }) => ({
        validity: version.validity,
        known: version.known,
        value: node.value,
        written: node.written,
        place: place(version.span),
      })),
      anchor: section.anchor,
      place: place(raw.span),
    })
  }
  return { parameters, types }
}

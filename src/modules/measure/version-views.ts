/** The versions of a measure, and what is different between two of them. */
import { Type } from 'typebox'
import { sha256Hex } from '../../core/evidence/sha256.ts'
import type { Text } from '../../core/messages.ts'
import { differenceOf } from '../../core/rule/difference.ts'
import type { Version } from '../../core/rule/parts.ts'
import { type Look, view } from '../../kernel/module.ts'
import { type FileEdition, fileInEditions, packInService, packOfEdition } from '../edition/index.ts'
import { CompareVersions, type MeasureDifference, type MeasureVersion } from './contract.ts'
import { fail } from './messages.ts'
import { partWords } from './rules/change-words.ts'
import { clauseDifferences, versionIn } from './rules/versions.ts'

type EditionOfVersion = Omit<FileEdition, 'text'>
const withoutText = ({ text: _text, ...edition }: FileEdition): EditionOfVersion => edition

export const titleOf = ({ title, titleEnglish }: { readonly title: string; readonly titleEnglish: string | null }): Text => ({
  zh: title,
  en: titleEnglish ?? title,
})

/** Everything but clauses that two versions say differently, in words. */
export const changesBetween = (before: Version, after: Version): MeasureDifference['changes'] =>
  differenceOf(before, after)
    .filter(({ kind }) => kind !== 'clause')
    .map(({ kind, change, name, period, before: was, after: is, ...rest }) => ({
      kind,
      change,
      name,
      part: partWords({ kind, ...rest }),
      period,
      before: was,
      after: is,
    }))

const measureIn = async (look: Look, id: string) => (await packInService(look)).measures.get(id) ?? fail('measure.unknown', { measure: id })

/** Newest first: a version is a text, whatever else of its packs changed. */
const versionsOf = async (look: Look, file: string): Promise<readonly MeasureVersion[]> => {
  const byText = new Map<string, EditionOfVersion[]>()
  for (const edition of await fileInEditions(look, file)) {
    const own = byText.get(edition.text) ?? []
    own.push(withoutText(edition))
    byText.set(edition.text, own)
  }
  return [...byText].map(([text, own]) => ({ text: sha256Hex(text), editions: own }))
}

export const measureVersions = view(
  'measure.versions',
  'public',
  Type.Object({ id: Type.String({ maxLength: 100 }) }),
  async (look, { id }): Promise<MeasureVersion[]> => [...(await versionsOf(look, (await measureIn(look, id)).file))],
)

/** The hashes that are compared where none are given: the text in service, and the last that was another. */
const usual = (versions: readonly MeasureVersion[], id: string): { readonly from: string; readonly to: string } => {
  const current = versions.find(({ editions }) => editions.some(({ inService }) => inService)) ?? versions[0]!
  const [before] = versions.filter((version) => version !== current)
  if (!before) return fail('measure.version-single', { measure: id })
  return { from: before.editions[0]!.hash, to: current.editions.find(({ inService }) => inService)?.hash ?? current.editions[0]!.hash }
}

const sideOf = async (look: Look, id: string, hash: string, versions: readonly MeasureVersion[]) => {
  const version = versionIn(await packOfEdition.run(look, { hash }), id)
  const edition = versions.flatMap(({ editions }) => editions).find((each) => each.hash.startsWith(hash))
  return version && edition ? { version, edition } : fail('measure.version-unknown', { measure: id, hash })
}

export const measureDifference = view(
  'measure.difference',
  'public',
  CompareVersions,
  async (look, { id, ...given }): Promise<MeasureDifference> => {
    const { file } = await measureIn(look, id)
    const versions = await versionsOf(look, file)
    const { from, to } = given.from && given.to ? { from: given.from, to: given.to } : { ...usual(versions, id), ...given }
    const [before, after] = [await sideOf(look, id, from, versions), await sideOf(look, id, to, versions)]
    return {
      measure: id,
      title: titleOf(after.version.measure),
      before: before.edition,
      after: after.edition,
      clauses: [...clauseDifferences(before.version.measure, after.version.measure)],
      changes: [...changesBetween(before.version, after.version)],
    }
  },
)

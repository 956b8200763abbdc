/** What every SDMX-JSON message has: its head, names in the reader's language and in all, addresses of what it speaks of. */
import { sha256Hex } from '../../../../core/evidence/sha256.ts'
import type { Language, Text } from '../../../../core/messages.ts'
import type { Pack } from '../../../../pack/pack.ts'
import { AGENCY, flowOf, type Names, STRUCTURE, VERSION } from './vocabulary.ts'

/** `asked`: the question in one line, which makes the message one of its own. */
export type Head = { readonly pack: Pack; readonly today: string; readonly language: Language; readonly asked: string }

export const named = (names: Names, language: Language) => ({ name: names[language] ?? names.zh, names })
export const described = (text: Text, language: Language) => ({ description: text[language], descriptions: text })

const urnOf = (kind: string, id: string): string => `urn:sdmx:org.sdmx.infomodel.${kind}=${AGENCY}:${id}(${VERSION})`
export const urn = {
  flow: (pack: Pack): string => urnOf('datastructure.Dataflow', flowOf(pack)),
  structure: (): string => urnOf('datastructure.DataStructure', STRUCTURE),
  list: (id: string): string => urnOf('codelist.Codelist', id),
  concepts: (id: string): string => urnOf('conceptscheme.ConceptScheme', id),
  concept: (scheme: string, id: string): string => `${urnOf('conceptscheme.Concept', scheme)}.${id}`,
}

export const titleOf = ({ title, synthetic }: Pack): Names => ({
  zh: `${title.zh}：指标数据${synthetic ? '（虚构）' : ''}`,
  en: `${title.en}: readings of indicators${synthetic ? ' (synthetic)' : ''}`,
})

/**
 * The head of a message. An answer is that of a day: `prepared` is its beginning, and the id is made of what the answer is made of, so that the same answer has the
 * same bytes. Readings are only ever added. `test` marks a city that is invented.
 */
export const metaOf = ({ pack, today, language, asked }: Head, schema: string) => ({
  schema,
  id: `M${sha256Hex([today, language, pack.hash, pack.readings.length, asked].join('\n')).slice(0, 20)}`,
  test: pack.synthetic,
  prepared: `${today}T00:00:00Z`,
  contentLanguages: language === 'zh' ? ['zh', 'en'] : ['en', 'zh'],
  ...named(titleOf(pack), language),
  sender: { id: AGENCY, name: '策行 Planwright' },
})

/** An official document (公文, GB/T 9704—2012) as values, in one language: what stands on it, whatever it is drawn on. */
import type { Day } from './dates.ts'
import type { Language } from './messages.ts'

export type OfficialDocument = {
  readonly language: Language
  /** 发文机关标志: whose document it is, large at the head. */
  readonly head: string
  /** 发文字号; null until it is issued. */
  readonly number: string | null
  readonly title: string
  /** 主送机关; null where everybody is addressed. */
  readonly to: string | null
  readonly body: readonly OfficialBlock[]
  /** Titles of annexes, in their order; each annex is a document of its own. */
  readonly annexes: readonly string[]
  /** 发文机关署名: who issues it. The place of the seal is left empty above it, and marked. */
  readonly issuer: string
  /** 成文日期 */
  readonly day: Day
  /** 抄送机关: who gets a copy. */
  readonly copies: readonly string[]
  /** What has to be said on every page, such as that it is a draft or that its data are synthetic; null for nothing. */
  readonly notice: string | null
}

export type OfficialBlock =
  /** Levels 1 to 3 are 一、, （一） and 1. in Chinese; the number is part of the text. */
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** `origin`: where its numbers come from, as a table says it for a row. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly origin?: string }
  | OfficialTable

/** A table without merged cells. Columns of numbers stand at the right. */
export type OfficialTable = {
  readonly kind: 'table'
  readonly caption: string
  readonly columns: readonly { readonly title: string; readonly align: 'left' | 'right' }[]
  /** As many cells a row as there are columns. */
  readonly rows: readonly (readonly string[])[]
  /** Where the numbers of each row come from: a name within the document's trail; as many as there are rows, or none at all. */
  readonly origins?: readonly string[]
}

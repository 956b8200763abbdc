/** Small parts that take values and know nothing of modules. */

import type { ReactNode } from 'react'
import { confidenceText as words } from '../../core/confidence.ts'
import type { Language, Text } from '../../core/messages.ts'
import { fenOfYuan, shownMoney } from '../../core/money.ts'

/** Yuan text as a reader's amount; `—` with a reason where there is none. */
export const Money = ({ yuan, language, none }: { readonly yuan: string | null; readonly language: Language; readonly none?: string }) => {
  const fen = yuan === null ? null : fenOfYuan(yuan)
  return fen === null ? <span className="quiet">— {none}</span> : <span>{shownMoney(fen, language)}</span>
}

/** The names of a table's columns. */
export const Heads = ({ names }: { readonly names: readonly string[] }) => (
  <thead>
    <tr>
      {names.map((name) => (
        <th key={name} scope="col">
          {name}
        </th>
      ))}
    </tr>
  </thead>
)

export const Badge = ({ children, tone }: { readonly children: ReactNode; readonly tone?: 'warn' | 'good' }) => (
  <li className={`badge${tone ? ` ${tone}` : ''}`}>{children}</li>
)

export const Lamp = ({ category, children }: { readonly category: string; readonly children: ReactNode }) => (
  <span className={`lamp ${category}`}>{children}</span>
)

export type SourceView = {
  readonly id: string
  readonly title: string
  readonly publisher: string | null
  readonly date: string | null
  readonly address: string | null
  readonly linkable: boolean
  readonly confidence: string
  readonly note: string | null
}

export const confidenceText = (confidence: string): Text =>
  Object.hasOwn(words, confidence) ? words[confidence as keyof typeof words] : { zh: confidence, en: confidence }

/** Where a number or a clause comes from: title, publisher, date, address, confidence. A copy on a re-used domain is named but not linked. */
export const SourceLine = ({ source, language }: { readonly source: SourceView; readonly language: Language }) => {
  const unknown = language === 'zh' ? '未知' : 'unknown'
  return (
    <span>
      {source.linkable && source.address ? (
        <a href={source.address} rel="nofollow noreferrer">
          {source.title}
        </a>
      ) : (
        source.title
      )}
      <span className="quiet">
        {' '}
        · {language === 'zh' ? '发布' : 'published by'} {source.publisher ?? unknown} · {source.date ?? unknown} ·{' '}
        {confidenceText(source.confidence)[language]}
        {!source.linkable && source.address && (
          <>
            {' '}
            · <span className="small">{source.address}</span> {language === 'zh' ? '（只列出，不作链接）' : '(named, not linked)'}
          </>
        )}
        {!source.address && (language === 'zh' ? ' · 未找到公开网址' : ' · no public address found')}
      </span>
    </span>
  )
}

export const Sources = ({ sources, language }: { readonly sources: readonly SourceView[]; readonly language: Language }) => (
  <details>
    <summary>{language === 'zh' ? '从何而来？' : 'Where does this come from?'}</summary>
    <ul>
      {sources.map((source) => (
        <li key={source.id}>
          <SourceLine source={source} language={language} />
        </li>
      ))}
    </ul>
  </details>
)

/** A table wider than its place: it scrolls there, by keyboard as well, and has a name. */
export const Scroll = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, also by keyboard
  <section className="scroll" tabIndex={0} aria-label={label}>
    {children}
  </section>
)

import { createHash } from 'node:crypto'
import type { Section } from '../core/rule/tree.ts'

/** The hash that a block keeps of the clause it implements: 12 hex digits of SHA-256 over the Chinese heading and the texts, white space made one. */
export const clauseHash = (section: Pick<Section, 'heading' | 'clause'>): string =>
  createHash('sha256')
    .update([section.heading, section.clause.zh, section.clause.en].map((text) => text.replace(/\s+/g, ' ').trim()).join('\n'))
    .digest('hex')
    .slice(0, 12)

/** Blocks that implement a clause and therefore keep its hash; notes about a block do not. */
export const STAMPED = new Set(['params', 'rule', 'table', 'judgement', 'missing', 'relations', 'cases'])

/** The shape of a receipt, strictly: exactly these members, each of its kind. */
import { dayOf } from '../../../core/dates.ts'
import type { Receipt } from '../contract.ts'
import { RECEIPT_FORMAT } from './receipt.ts'

type Kind = 'text' | 'hash' | 'day' | 'yuan' | 'yuan or nothing' | 'number' | 'yes-no'
type Shape = Kind | { readonly [name: string]: Shape } | readonly [Shape]

const SHAPE: Shape = {
  format: 'text',
  pack: { id: 'text', hash: 'hash' },
  engine: { version: 'text', hash: 'hash' },
  on: 'day',
  known: 'day',
  unverified: 'yes-no',
  facts: [{ name: 'text', hash: 'hash' }],
  measures: [
    {
      id: 'text',
      rule: 'hash',
      parameters: 'hash',
      status: 'text',
      amount: 'yuan or nothing',
      award: 'yuan or nothing',
      mask: 'number',
    },
  ],
  total: 'yuan',
  result: 'hash',
  hash: 'hash',
}

const isOf = (value: unknown, kind: Kind): boolean => {
  switch (kind) {
    case 'text':
      return typeof value === 'string' && value.isWellFormed()
    case 'hash':
      return typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)
    case 'day':
      return typeof value === 'string' && dayOf(value) !== null
    case 'yuan':
      return typeof value === 'string' && /^(0|[1-9]\d*)\.\d\d$/.test(value)
    case 'yuan or nothing':
      return value === null || isOf(value, 'yuan')
    case 'number':
      return Number.isSafeInteger(value)
    case 'yes-no':
      return typeof value === 'boolean'
  }
}

const isList = (shape: Shape): shape is readonly [Shape] => Array.isArray(shape)

const has = (value: unknown, shape: Shape): boolean => {
  if (typeof shape === 'string') return isOf(value, shape)
  if (isList(shape)) return Array.isArray(value) && value.every((each) => has(each, shape[0]))
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const members = new Map<string, unknown>(Object.entries(value))
  return members.size === Object.keys(shape).length && Object.entries(shape).every(([name, own]) => has(members.get(name), own))
}

/** The receipt that a text holds, or null. */
export const receiptFrom = (text: string): Receipt | null => {
  try {
    const value: unknown = JSON.parse(text)
    return has(value, SHAPE) && (value as Receipt).format === RECEIPT_FORMAT ? (value as Receipt) : null
  } catch {
    return null
  }
}

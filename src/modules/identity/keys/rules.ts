import { addDays } from '../../../core/dates.ts'
import { LONGEST_DAYS } from './contract.ts'

/** Whether a key may be made that works until the end of this day. */
export const mayExpireOn = (expiresOn: string, today: string): boolean => expiresOn >= today && expiresOn <= lastDayFrom(today)

/** The last day for which a key made today may work. */
export const lastDayFrom = (today: string): string => addDays(today, LONGEST_DAYS)

const FORM = /^pw_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})_([\w-]{43})$/

/** A key as it is shown once. */
export const keyText = (id: string, secret: string): string => `pw_${id}_${secret}`

/** The two parts of a key; null for anything else. */
export const keyParts = (text: string): { readonly id: string; readonly secret: string } | null => {
  const [, id, secret] = FORM.exec(text) ?? []
  return id === undefined || secret === undefined ? null : { id, secret }
}

/** The time between two notes of a key's use. */
const NOTED_MS = 60_000
export const isWorthNoting = (usedAt: Date | null, now: Date): boolean => usedAt === null || now.getTime() - usedAt.getTime() >= NOTED_MS

const VOUCHED_DAYS = 90

/** Nobody here knows whether a provider still asks somebody for a second factor: what it vouched for before this no longer counts for their keys. */
export const vouchedSince = (now: Date): Date => new Date(now.getTime() - VOUCHED_DAYS * 24 * 3_600_000)

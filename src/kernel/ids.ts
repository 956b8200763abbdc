/** Names for rows. */
import { randomBytes } from 'node:crypto'

const TIME_BYTES = 6

/** A UUID of version 7 (RFC 9562): the time in milliseconds first, so that new rows lie side by side in an index, then 74 bits nobody can guess. */
export const newId = (now: Date = new Date()): string => {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now.getTime(), 0, TIME_BYTES)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5')
}

/** Whether a text has the form of such a name: what was mistyped in an address names nothing. */
export const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

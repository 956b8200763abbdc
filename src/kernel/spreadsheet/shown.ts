/**
 * What a sheet shows of a stored number: programs store 0.1+0.2 as 0.30000000000000004 and a day as a count of days, and show neither. Everything here is done
 * on digits: no amount becomes a binary fraction.
 */

/** Digits and the place of the point: 0.digits × 10^point. */
type Decimal = { readonly negative: boolean; readonly digits: string; readonly point: number }

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/

const decimalOf = (text: string): Decimal | null => {
  const [, sign, whole = '', fraction = '', exponent = '0'] = NUMBER.exec(text) ?? []
  if (sign === undefined || whole + fraction === '') return null
  const digits = (whole + fraction).replace(/^0+/, '')
  const lead = whole.length + fraction.length - digits.length
  return { negative: sign === '-' && digits !== '', digits, point: digits === '' ? 0 : whole.length - lead + Number(exponent) }
}

/** Rounded half away from zero to `count` digits (0 or fewer leave a carry or nothing). */
const cut = ({ negative, digits, point }: Decimal, count: number): Decimal => {
  if (count >= digits.length) return { negative, digits, point }
  if (count < 0) return { negative: false, digits: '', point: 0 }
  const up = (digits[count] ?? '0') >= '5'
  if (!up) return { negative, digits: digits.slice(0, count), point }
  const kept = String(BigInt(digits.slice(0, count) || '0') + 1n).padStart(count, '0')
  return { negative, digits: kept, point: kept.length > count ? point + 1 : point }
}

/** Plain writing with at least `least` places behind the point. */
const written = ({ negative, digits, point }: Decimal, least: number): string => {
  const significant = digits.replace(/0+$/, '')
  const padded = point > 0 ? significant.padEnd(point, '0') : '0'.repeat(-point) + significant
  const whole = point > 0 ? padded.slice(0, point) : ''
  const fraction = (point > 0 ? padded.slice(point) : padded).padEnd(least, '0')
  const isZero = !/[1-9]/.test(significant)
  const text = isZero ? `0${least > 0 ? `.${'0'.repeat(least)}` : ''}` : `${whole || '0'}${fraction === '' ? '' : `.${fraction}`}`
  return negative && !isZero ? `-${text}` : text
}

/** Programs keep fifteen digits of what is typed; the rest is noise of the binary fraction. */
const KEPT = 15
/** Beyond these a number is no figure of a table. */
const FARTHEST = 40

/** What a number format asks for. `places`: at least and at most so many behind the point. */
export type Format =
  | { readonly kind: 'general' }
  | { readonly kind: 'places'; readonly least: number; readonly most: number; readonly percent: boolean }
  | { readonly kind: 'time'; readonly shows: 'year' | 'month' | 'day' | 'clock' }

const GENERAL: Format = { kind: 'general' }

/** Formats that every program knows by number. What is not here is general. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  17: 'mmm-yy',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  55: 'yyyy"年"m"月"',
  57: 'yyyy"年"m"月"',
}
const isBuiltInDay = (id: number): boolean => [14, 15, 16, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 56, 58].includes(id)
const isBuiltInClock = (id: number): boolean => (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)

/** A year alone and a year with its month are a period, and stay one. */
const timeIn = (bare: string): 'year' | 'month' | 'day' | 'clock' => {
  if (/d/i.test(bare)) return 'day'
  if (/y/i.test(bare)) return /m/i.test(bare) ? 'month' : 'year'
  return /[hs]/i.test(bare) ? 'clock' : 'day'
}

/** A format by its code. Signs of money, units and separators of thousands are no part of a number; what scales a number is not followed. */
export const formatOf = (code: string): Format => {
  const bare = (code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/)[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .trim()
  if (/general/i.test(bare)) return GENERAL
  if (/[ymdhs]/i.test(bare) && !/[0#?]/.test(bare.replace(/s\.0+/gi, ''))) return { kind: 'time', shows: timeIn(bare) }
  const [, digits] = /([#0?,]*[0#?](?:\.[0#?]*)?)(?!,)\s*%?[^0#?,]*$/.exec(bare) ?? []
  if (digits === undefined || /[eE/@]/.test(bare) || /[0#?,.]/.test(bare.replace(digits, ''))) return GENERAL
  const behind = digits.split('.')[1] ?? ''
  return { kind: 'places', least: behind.replace(/[^0]/g, '').length, most: behind.length, percent: bare.includes('%') }
}

export const builtInFormat = (id: number): Format => {
  if (isBuiltInDay(id)) return { kind: 'time', shows: 'day' }
  if (isBuiltInClock(id)) return { kind: 'time', shows: 'clock' }
  const code = BUILT_IN[id]
  return code === undefined ? GENERAL : formatOf(code)
}

const DAY_MS = 86_400_000
/** The last day that can be shown, 9999-12-31. */
const LAST_SERIAL = 2_958_465

/** A count of days as the day, month or year that the sheet shows, with the time where there is one. `from1904`: as old workbooks of the Macintosh count. */
const timeText = (stored: string, shows: 'year' | 'month' | 'day' | 'clock', from1904: boolean): string | null => {
  const serial = Number(stored) + (from1904 ? 1462 : 0)
  if (!(serial >= 0 && serial < LAST_SERIAL + 1)) return null
  // The calendar of these programs has a 29 February 1900; days before it are one less.
  const seconds = Math.round(serial * 86_400)
  const days = Math.floor(seconds / 86_400)
  const clock = new Date((seconds % 86_400) * 1000).toISOString().slice(11, 19)
  if (shows === 'clock') return clock
  const day = new Date(Date.UTC(1899, 11, 30) + (days < 60 ? days + 1 : days) * DAY_MS).toISOString().slice(0, 10)
  if (shows === 'year') return day.slice(0, 4)
  if (shows === 'month') return day.slice(0, 7)
  return clock === '00:00:00' ? day : `${day} ${clock}`
}

/** What a sheet shows of a stored number: plain digits, a percentage with its sign, a day as 2024-03-20. Null: no number. */
export const shownOf = (stored: string, format: Format, from1904: boolean): string | null => {
  const exact = decimalOf(stored.trim())
  if (exact === null || Math.abs(exact.point) > FARTHEST) return null
  if (format.kind === 'time') return timeText(stored, format.shows, from1904) ?? written(cut(exact, KEPT), 0)
  const typed = cut(exact, KEPT)
  if (format.kind === 'general') return written(typed, 0)
  const scaled = format.percent ? { ...typed, point: typed.point + (typed.digits === '' ? 0 : 2) } : typed
  return `${written(cut(scaled, scaled.point + format.most), format.least)}${format.percent ? '%' : ''}`
}

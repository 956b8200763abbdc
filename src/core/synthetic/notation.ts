/** The notation of distributions, as a pack's table `population` writes them: from a cell to a distribution, or to what is wrong with it. */
import { add, compare, divide, type Exact, exactOf, isWhole, multiply, numerator, subtract, textOfExact } from '../exact.ts'
import { type FactDeclaration, readFact } from '../facts.ts'
import type { Text } from '../messages.ts'
import type { Constant } from '../rule/tree.ts'
import { type Condition, type Distribution, scaleOf } from './spec.ts'

/** What a cell is read for. `slotOf` gives the slot of a value as people write it. */
export type Subject = {
  readonly name: string
  readonly type: FactDeclaration['type']
  readonly slotOf: (text: string) => number
}

/** Ends the reading of a cell; caught by whoever asked for it. */
export class NotRead extends Error {
  readonly what: Text
  constructor(what: Text) {
    super(what.en)
    this.what = what
  }
}
const stop = (zh: string, en: string): never => {
  throw new NotRead({ zh, en })
}

/** `12.5%`, `3‰`, or a count over a total (`82/1054800`). */
export const shareOf = (text: string): Exact => {
  const [, number = '', mark = ''] = /^(\d+(?:\.\d+)?)([%‰])$/.exec(text) ?? []
  const [, part = '', whole = ''] = /^(\d{1,15})\/([1-9]\d{0,14})$/.exec(text) ?? []
  const share = part === '' ? exactOf(number) : divide(exactOf(part)!, exactOf(whole)!)
  if (share === null) return stop(`“${text}”不是份额，应如 12.5%、3‰ 或 82/1054800`, `"${text}" is no share; write 12.5%, 3‰ or 82/1054800`)
  return part === '' ? divide(share, mark === '%' ? 100 : 1000) : share
}

const withinOne = (text: string): Exact => {
  const share = shareOf(text)
  return compare(share, 1) <= 0 ? share : stop(`“${text}”大于 100%`, `"${text}" is more than 100 %`)
}

/** The slot of a value that was read; whole numbers only. */
const slotOfValue = (value: Constant, declaration: FactDeclaration, text: string): number => {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (typeof value === 'string') return declaration.values.findIndex(({ zh }) => zh === value)
  const scaled = multiply(value, 10 ** scaleOf(declaration.type))
  if (!isWhole(scaled) || !Number.isSafeInteger(Number(numerator(scaled))))
    return stop(`“${text}”的小数位太多，或数太大`, `"${text}" has too many decimals or is too large`)
  return Number(numerator(scaled))
}

/** Reads the values of a fact as everywhere else, within its range. */
export const factSubject = (name: string, declaration: FactDeclaration): Subject => ({
  name,
  type: declaration.type,
  slotOf: (text) => {
    const read = readFact(text, name, declaration)
    if ('problem' in read) {
      const { zh, en } = read.problem.message
      return stop(zh.replace(/。$/, ''), en.replace(/\.$/, ''))
    }
    return slotOfValue(read.value, declaration, text)
  },
})

const isNumber = ({ type }: Subject): boolean => ['money', 'integer', 'number', 'percent'].includes(type)

const numbersOnly = (subject: Subject, text: string): void => {
  if (!isNumber(subject)) stop(`“${subject.name}”不是数，不能写“${text}”`, `"${subject.name}" is no number, so it cannot be "${text}"`)
}

const rangeIn = (subject: Subject, from: string, to: string): { readonly low: number; readonly high: number } => {
  const [low, high] = [subject.slotOf(from), subject.slotOf(to)]
  return low <= high ? { low, high } : stop(`“${from}”大于“${to}”`, `"${from}" is more than "${to}"`)
}

/** `大型 0.1% | 中型 1% | 小型 rest`: shares that add up to one. */
const weightsOf = (text: string, subject: Subject): Distribution => {
  const parts = text.split('|').map((part) => {
    const [, value = '', share = ''] = /^(.+?)\s+(\S+)$/.exec(part.trim()) ?? []
    return share === '' ? stop(`“${part.trim()}”没有写份额`, `"${part.trim()}" has no share`) : { value, share }
  })
  const rests = parts.filter(({ share }) => share === 'rest')
  const given = parts.reduce<Exact>((sum, { share }) => (share === 'rest' ? sum : add(sum, withinOne(share))), 0)
  const shown = `${textOfExact(multiply(given, 100))}%`
  if (rests.length > 1 || (rests.length === 1 ? compare(given, 1) > 0 : compare(given, 1) !== 0))
    stop(`各份额合计 ${shown}，应为 100%`, `the shares add up to ${shown} instead of 100 %`)
  const shares = parts.map(({ share }) => (share === 'rest' ? subtract(1, given) : shareOf(share)))
  const slots = parts.map(({ value }) => subject.slotOf(value))
  const twice = parts.find((_, index) => slots.indexOf(slots[index]!) < index)
  return twice ? stop(`“${twice.value}”写了两次`, `"${twice.value}" is given twice`) : { kind: 'weights', slots, shares }
}

const lognormalOf = (found: RegExpExecArray, subject: Subject): Distribution => {
  const [text, median = '', spreadText = '', from = '', to = ''] = found
  numbersOnly(subject, text)
  const spread = exactOf(spreadText)
  if (spread === null || compare(spread, 1) < 0 || compare(spread, 100) > 0)
    return stop(`离散倍数“${spreadText}”应在 1 到 100 之间`, `the spread "${spreadText}" lies between 1 and 100`)
  const middle = subject.slotOf(median)
  const { low, high } = rangeIn(subject, from, to)
  if (middle <= 0 || middle < low || middle > high)
    return stop(`中位数“${median}”须大于 0，并在上下限之间`, `the median "${median}" is above 0 and within the limits`)
  return { kind: 'lognormal', median: middle, spread, low, high }
}

/** From a cell of the column `distribution`. Throws NotRead. */
export const distributionOf = (text: string, subject: Subject): Distribution => {
  const zero = /^zero\s+(\S+)\s+else\s+(.+)$/.exec(text)
  if (zero) {
    numbersOnly(subject, text)
    return { kind: 'zero', share: withinOne(zero[1]!), rest: distributionOf(zero[2]!, subject) }
  }
  const yes = /^yes\s+(\S+)$/.exec(text)
  if (yes) {
    if (subject.type !== 'yes-no') stop(`“${subject.name}”不是是非题`, `"${subject.name}" is no yes-no fact`)
    const share = withinOne(yes[1]!)
    return { kind: 'weights', slots: [1, 0], shares: [share, subtract(1, share)] }
  }
  const lognormal = /^lognormal\s+(.+?)\s+x\s+(\S+)\s+in\s+(.+?)\s*\.\.\s*(.+)$/.exec(text)
  if (lognormal) return lognormalOf(lognormal, subject)
  const part = /^(\S+)\s*\.\.\s*(\S+)\s+of\s+(\S+)$/.exec(text)
  if (part) {
    numbersOnly(subject, text)
    const [low, high] = [shareOf(part[1]!), shareOf(part[2]!)]
    return compare(low, high) <= 0 && compare(high, 1000) <= 0
      ? { kind: 'part', of: part[3]!, low, high }
      : stop(`“${text}”的倍数范围不对`, `"${text}" is no range of factors`)
  }
  const growth = /^growth\s+of\s+(\S+)\s+from\s+(\S+)$/.exec(text)
  if (growth)
    return subject.type === 'percent'
      ? { kind: 'growth', of: growth[1]!, from: growth[2]! }
      : stop(`“${subject.name}”不是百分比`, `"${subject.name}" is no percentage`)
  const difference = /^(\S+)\s+-\s+(\S+)$/.exec(text)
  if (difference) {
    numbersOnly(subject, text)
    return { kind: 'difference', from: difference[1]!, less: difference[2]! }
  }
  const range = /^([^|]+?)\s*\.\.\s*([^|]+)$/.exec(text)
  if (range) {
    if (subject.type !== 'date') numbersOnly(subject, text)
    return { kind: 'uniform', ...rangeIn(subject, range[1]!, range[2]!) }
  }
  return weightsOf(text, subject)
}

/** `行业=制造业|建筑业 & 规模=大型`, with the subjects of the columns before. Throws NotRead. */
export const conditionsOf = (text: string, subjects: ReadonlyMap<string, Subject>): readonly Condition[] =>
  text.split('&').map((part) => {
    const [, column = '', values = ''] = /^\s*([^=\s]+)\s*=\s*(.+?)\s*$/.exec(part) ?? []
    const subject = subjects.get(column)
    if (column === '')
      return stop(`“${part.trim()}”不是条件，应如 规模=大型|中型`, `"${part.trim()}" is no condition; write 规模=大型|中型`)
    if (!subject) return stop(`“${column}”不是前面各行的列`, `"${column}" is no column of the rows above`)
    if (!['enum', 'yes-no', 'text'].includes(subject.type))
      return stop(`“${column}”没有选项，不能作条件`, `"${column}" has no choices to depend on`)
    return { column, slots: values.split('|').map((value) => subject.slotOf(value.trim())) }
  })

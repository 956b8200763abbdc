/** An assessment in words, made from parts; every number in it is one of the assessment's own. */
import { multiply, textOfExact } from '../../../core/exact.ts'
import type { Text } from '../../../core/messages.ts'
import type { Comparator, Indicator } from '../../../pack/pack.ts'
import type { Assessment } from './assess.ts'
import type { Category, Reason } from './status.ts'

export const categoryText: Readonly<Record<Category, Text>> = {
  met: { zh: '已达成', en: 'met' },
  missed: { zh: '未达成', en: 'missed' },
  'on-track': { zh: '在轨', en: 'on track' },
  accelerate: { zh: '需加速', en: 'must accelerate' },
  limited: { zh: '进展有限', en: 'limited progress' },
  'moving-away': { zh: '背离', en: 'moving away' },
  'not-assessable': { zh: '无法评估', en: 'cannot be assessed' },
}

export const reasonText: Readonly<Record<Reason, Text>> = {
  'no-reading': { zh: '没有公开数据', en: 'no public data' },
  'no-reading-in-period': { zh: '目标期没有公开数据', en: 'no public data for the period' },
  'not-yet': { zh: '目标期尚未结束', en: 'the period has not ended' },
  'no-baseline': { zh: '同一口径只有一个数据，没有基期', en: 'only one value of this series, no baseline' },
  'same-day': { zh: '基期与最新数据是同一时点', en: 'baseline and latest value are of the same day' },
  approximate: { zh: '目标写作“约”，不作达成判断', en: 'the target says “about” and is not judged' },
  'no-path': { zh: '目标与基期相同，没有路径', en: 'target and baseline are equal: no path' },
  signs: { zh: '数值为零或变号，不能按增长率评估', en: 'a value is zero or changes sign: no growth rate' },
  bounds: { zh: '比例到了 0 或 100%，不能按这一方法评估', en: 'a share stands at 0 or 100 %: this method does not apply' },
  milestones: { zh: '里程碑未公开', en: 'the milestones are not public' },
}

const comparatorWord: Readonly<Record<Comparator, Text>> = {
  '>': { zh: '超过', en: 'more than' },
  '>=': { zh: '达到', en: 'at least' },
  '≈': { zh: '约', en: 'about' },
  '<=': { zh: '不超过', en: 'at most' },
  '<': { zh: '低于', en: 'less than' },
}

const grouped = (text: string): string => {
  const [whole = '', ...rest] = text.split('.')
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...rest].join('.')
}

/** A value with its unit: `14.6%`, `4,045 亿元`, `33 个/万人`. */
export const measured = (value: string, indicator: Indicator, language: 'zh' | 'en'): string => {
  const unit = indicator.unit[language]
  if (indicator.unit.zh === '%') return `${grouped(value)}%`
  if (indicator.unit.zh === '%/年') return language === 'zh' ? `每年 ${grouped(value)}%` : `${grouped(value)}% a year`
  if (language === 'en' && indicator.unit.en === '100 million yuan')
    return `${grouped(textOfExact(multiply(Number(value.replace('.', '')), { n: 1n, d: 10n ** BigInt((value.split('.')[1]?.length ?? 0) + 1) }), 6))} billion yuan`
  if (language === 'en' && (indicator.unit.en === '10,000' || indicator.unit.en === '10,000 people')) return `${grouped(value)} × ${unit}`
  return language === 'en' && unit === 'number' ? grouped(value) : `${grouped(value)} ${unit}`
}

/** `超过 14%`, `at least 33 per 10,000 people`. */
export const promised = (assessment: Pick<Assessment, 'target' | 'indicator'>, language: 'zh' | 'en'): string =>
  `${comparatorWord[assessment.target.comparator][language]} ${measured(assessment.target.value, assessment.indicator, language)}`

/** A period in words: `2026 年`, `2024 年 1—9 月`. */
export const periodText = (period: string, language: 'zh' | 'en'): string => {
  if (language === 'en') return period.replace('/', ' to ')
  if (/^\d{4}$/.test(period)) return `${period} 年`
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period)
  if (quarter) return `${quarter[1]} 年第${'一二三四'[Number(quarter[2]) - 1]}季度`
  const months = /^(\d{4})-(\d{2})\/(\d{4})-(\d{2})$/.exec(period)
  if (months && months[1] === months[3]) return `${months[1]} 年 ${Number(months[2])}—${Number(months[4])} 月`
  if (period.includes('/'))
    return period
      .split('/')
      .map((each) => periodText(each, 'zh'))
      .join('至 ')
  const [year, month, day] = period.split('-')
  return day ? `${year} 年 ${Number(month)} 月 ${Number(day)} 日` : `${year} 年 ${Number(month)} 月`
}

const PRECISION = { exact: { zh: '', en: '' }, over: { zh: '超过 ', en: 'over ' }, about: { zh: '约 ', en: 'about ' } } as const

/** Promise, latest value, verdict: one sentence each. */
export const sentenceOf = (assessment: Assessment): Text => {
  const { target, indicator, latest, status, reason, ratio } = assessment
  const say = (language: 'zh' | 'en'): string => {
    const zh = language === 'zh'
    const promise = zh
      ? `${periodText(target.period, 'zh')}目标：${promised(assessment, 'zh')}。`
      : `Target for ${periodText(target.period, 'en')}: ${promised(assessment, 'en')}.`
    if (!latest)
      return `${promise}${zh ? `${reasonText[reason ?? 'no-reading'].zh}。` : ` ${capital(reasonText[reason ?? 'no-reading'].en)}.`}`
    const now = `${PRECISION[latest.precision][language]}${measured(latest.value, indicator, language)}`
    const value = zh
      ? `最新数据：${periodText(latest.period, 'zh')} ${now}。`
      : ` Latest value: ${now} (${periodText(latest.period, 'en')}).`
    const pace =
      ratio === null
        ? ''
        : zh
          ? `实际步伐是所需步伐的 ${rounded(ratio)} 倍。`
          : ` The pace so far is ${rounded(ratio)} times the pace needed.`
    const verdict = zh
      ? `${categoryText[status].zh}${reason ? `：${reasonText[reason].zh}` : ''}。`
      : ` ${capital(categoryText[status].en)}${reason ? `: ${reasonText[reason].en}` : ''}.`
    return `${promise}${value}${verdict}${pace}`
  }
  return { zh: say('zh'), en: say('en') }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
/** Two digits for reading; the decision was made on the exact number. */
const rounded = (ratio: NonNullable<Assessment['ratio']>): string => textOfExact(ratio, 2).replace('…', '')

/** Words for a probability; bands of PLAN: ≥ .9, .66, .33, .1. */
export const probabilityText = (p: number): Text =>
  p >= 0.9
    ? { zh: '很可能', en: 'very likely' }
    : p >= 0.66
      ? { zh: '可能', en: 'likely' }
      : p >= 0.33
        ? { zh: '难以预料', en: 'open' }
        : p >= 0.1
          ? { zh: '不太可能', en: 'unlikely' }
          : { zh: '很不可能', en: 'very unlikely' }

/** `12 项目标：1 项已达成、11 项没有公开数据`, from the data. */
export const summaryOf = (assessments: readonly Assessment[]): Text => {
  const count = (test: (each: Assessment) => boolean): number => assessments.filter(test).length
  const silent = (each: Assessment): boolean => each.reason === 'no-reading' || each.reason === 'no-reading-in-period'
  const parts: [number, Text][] = [
    [count((each) => each.status === 'met'), { zh: '项达成', en: 'met' }],
    [count((each) => each.status === 'on-track'), { zh: '项在轨', en: 'on track' }],
    [count((each) => each.status === 'accelerate'), { zh: '项需加速', en: 'must accelerate' }],
    [
      count((each) => each.status === 'limited' || each.status === 'moving-away'),
      { zh: '项进展有限或背离', en: 'with limited progress or moving away' },
    ],
    [count((each) => each.status === 'missed'), { zh: '项未达成', en: 'missed' }],
    [
      count((each) => each.status === 'not-assessable' && !silent(each)),
      { zh: '项有数据但无法评估', en: 'with data that cannot be assessed' },
    ],
    [count(silent), { zh: '项暂无公开数据', en: 'without public data' }],
  ]
  const some = parts.filter(([n]) => n > 0)
  return {
    zh: `${assessments.length} 项目标：${some.map(([n, text]) => `${n} ${text.zh}`).join('、')}`,
    en: `${assessments.length} targets: ${some.map(([n, text]) => `${n} ${text.en}`).join(', ')}`,
  }
}

/** An assessment in words, made from parts; every number in it is one of the assessment's own. */
import type { Language, Text } from '../../../core/messages.ts'
import type { Assessment } from './assess.ts'
import { promised, reported, shownNumber } from './measured.ts'
import { periodText } from './periods.ts'
import type { Category, Method, Reason } from './status.ts'

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
  'no-baseline': {
    zh: '提出目标之前没有同一口径的数据，没有基期',
    en: 'no value of this scope from before the target was set, so there is no baseline',
  },
  'series-changed': {
    zh: '基期与最新数据口径不同，不能比较步伐',
    en: 'the baseline was counted in another way than the latest value, so no pace can be judged',
  },
  'same-day': { zh: '基期与最新数据是同一时点', en: 'baseline and latest value are of the same day' },
  approximate: { zh: '目标写作“约”，不作达成判断', en: 'the target says “about” and is not judged' },
  'no-path': { zh: '目标与基期相同，没有路径', en: 'target and baseline are equal: no path' },
  signs: { zh: '数值为零或变号，不能按增长率评估', en: 'a value is zero or changes sign: no growth rate' },
  bounds: { zh: '比例到了 0 或 100%，不能按这一方法评估', en: 'a share stands at 0 or 100%: this method does not apply' },
  milestones: { zh: '里程碑未公开', en: 'the milestones are not public' },
}

export const methodText: Readonly<Record<Method, Text>> = {
  growth: { zh: '按等比增长', en: 'by equal growth' },
  linear: { zh: '按直线', en: 'by a straight line' },
  logit: { zh: '按比例的对数几率（logit）', en: 'by the log-odds of the share (logit)' },
}

const DOUBT: Text = {
  zh: '这个数与此前各数口径不同，能否与目标相比未经证实',
  en: 'this value differs in scope from those before it; whether it compares with the target is not proven',
}
/** Why a verdict is not to be taken at its word, or why there is none. */
export const caveatOf = ({ doubt, reason }: Pick<Assessment, 'doubt' | 'reason'>): Text | null =>
  doubt ? DOUBT : reason ? reasonText[reason] : null

/** The lamp: the category, or `doubtful` where a value of another scope passed the target. */
export const lampOf = ({ status, doubt }: Pick<Assessment, 'status' | 'doubt'>): Category | 'doubtful' =>
  doubt && status === 'met' ? 'doubtful' : status
export const verdictOf = (assessment: Pick<Assessment, 'status' | 'doubt'>): Text =>
  lampOf(assessment) === 'doubtful'
    ? { zh: '报道值已过目标，口径待证实', en: 'passed by a reported value, scope unproven' }
    : categoryText[assessment.status]

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const sentenceIn = (assessment: Assessment, language: Language): string => {
  const { target, indicator, latest, ratio } = assessment
  const [promise, period] = [promised(assessment, language), periodText(target.period, language)]
  const verdict = verdictOf(assessment)[language]
  const caveat = caveatOf(assessment)?.[language]
  if (language === 'zh') {
    const said = latest
      ? `最新数据：${periodText(latest.period, 'zh')} ${reported(latest, indicator, 'zh')}。${verdict}${caveat ? `：${caveat}` : ''}。`
      : `${caveat}。`
    return `${period}目标：${promise}。${said}${ratio === null ? '' : `实际步伐是所需步伐的 ${shownNumber(ratio)} 倍。`}`
  }
  const said = latest
    ? `Latest value: ${reported(latest, indicator, 'en')} (${periodText(latest.period, 'en')}). ${capital(verdict)}${caveat ? `: ${caveat}` : ''}.`
    : `${capital(caveat ?? '')}.`
  return `Target for ${period}: ${promise}. ${said}${ratio === null ? '' : ` The pace so far is ${shownNumber(ratio)} times the pace needed.`}`
}

/** Promise, latest value, verdict: one sentence each. */
export const sentenceOf = (assessment: Assessment): Text => ({ zh: sentenceIn(assessment, 'zh'), en: sentenceIn(assessment, 'en') })

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

/** The goal of a year that is not over: nothing is missing yet. */
const isPending = ({ reason }: Assessment): boolean => reason === 'not-yet'
const isSilent = (each: Assessment): boolean => each.latest === null && !isPending(each)

/** What is counted of a group of targets, in this order; every target falls under exactly one. */
const COUNTED: readonly (readonly [test: (each: Assessment) => boolean, text: Text])[] = [
  [(each) => lampOf(each) === 'met', { zh: '项达成', en: 'met' }],
  [
    (each) => lampOf(each) === 'doubtful',
    { zh: '项的报道值已过目标但口径待证实', en: 'passed by a reported value whose scope is unproven' },
  ],
  [(each) => each.status === 'on-track', { zh: '项在轨', en: 'on track' }],
  [(each) => each.status === 'accelerate', { zh: '项需加速', en: 'must accelerate' }],
  [
    (each) => each.status === 'limited' || each.status === 'moving-away',
    { zh: '项进展有限或背离', en: 'with limited progress or moving away' },
  ],
  [(each) => each.status === 'missed', { zh: '项未达成', en: 'missed' }],
  [isPending, { zh: '项的目标期尚未结束', en: 'whose period has not ended' }],
  [
    (each) => each.status === 'not-assessable' && each.latest !== null,
    { zh: '项有数据但无法评估', en: 'with data that cannot be assessed' },
  ],
  [isSilent, { zh: '项暂无公开数据', en: 'without public data' }],
]

/** `12 项目标：1 项达成、11 项暂无公开数据`, from the data. */
export const summaryOf = (assessments: readonly Assessment[]): Text => {
  const some = COUNTED.map(([test, text]) => [assessments.filter(test).length, text] as const).filter(([n]) => n > 0)
  return {
    zh: `${assessments.length} 项目标：${some.map(([n, text]) => `${n} ${text.zh}`).join('、')}`,
    en: `${assessments.length} targets: ${some.map(([n, text]) => `${n} ${text.en}`).join(', ')}`,
  }
}

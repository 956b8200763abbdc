/** What readings are made of in SDMX: dimensions, the measure, attributes, and the code lists they take their values from. */
import { sha256Hex } from '../../../../core/evidence/sha256.ts'
import type { Text } from '../../../../core/messages.ts'
import type { Indicator, Pack } from '../../../../pack/pack.ts'
import { keptWith } from '../../kept.ts'

/** Words by language; a scope (口径) has its own words only. */
export type Names = Readonly<{ zh: string; en?: string }>
export type CodeList = { readonly name: Text; readonly codes: ReadonlyMap<string, Names> }
export type Component = {
  readonly id: string
  readonly name: Text
  readonly role: 'dimension' | 'time' | 'measure' | 'attribute'
  /** The code list its values are codes of; null: values are written out, in this type. */
  readonly list: string | null
  readonly type: 'String' | 'Decimal' | 'Boolean' | 'ObservationalTimePeriod' | 'GregorianDay'
  /** What an attribute says something about: all data, dimensions, or one observation. */
  readonly of: 'dataflow' | 'observation' | readonly string[]
}

export const AGENCY = 'PLANWRIGHT'
/** Two numbers, as SDMX has them for what may grow in place: indicators and scopes are added under it. */
export const VERSION = '1.0'
export const STRUCTURE = 'READINGS'
export const CONCEPTS = 'CS_READINGS'
export const flowOf = (pack: Pack): string => `${pack.id.toUpperCase().replaceAll('-', '_')}_READINGS`

const component = (
  id: string,
  zh: string,
  en: string,
  role: Component['role'],
  list: string | null,
  of: Component['of'] = 'observation',
  type: Component['type'] = 'String',
): Component => ({ id, name: { zh, en }, role, list, type, of })

export const TIME = 'TIME_PERIOD'
export const VALUE = 'OBS_VALUE'

/** In the order of keys, of columns and of lists of attributes. */
export const COMPONENTS: readonly Component[] = [
  component('INDICATOR', '指标', 'Indicator', 'dimension', 'CL_INDICATOR'),
  component('SERIES', '口径', 'Scope', 'dimension', 'CL_SERIES'),
  component('FREQ', '频率', 'Frequency', 'dimension', 'CL_FREQ'),
  component(TIME, '时期', 'Period', 'time', null, 'observation', 'ObservationalTimePeriod'),
  component(VALUE, '数值', 'Value', 'measure', null, 'observation', 'Decimal'),
  component('SYNTHETIC', '是否虚构', 'Whether the data are invented', 'attribute', null, 'dataflow', 'Boolean'),
  component('UNIT_MEASURE', '单位', 'Unit of measure', 'attribute', 'CL_UNIT_MEASURE', ['INDICATOR']),
  component('UNIT_MULT', '单位的十的幂', 'Power of ten of the unit', 'attribute', 'CL_UNIT_MULT', ['INDICATOR']),
  component('UNIT', '单位名称', 'Unit in words', 'attribute', null, ['INDICATOR']),
  component('SCOPE', '口径名称', 'Scope in words', 'attribute', null, ['SERIES']),
  component('OBS_STATUS', '数据状态', 'Observation status', 'attribute', 'CL_OBS_STATUS'),
  component('CONF_STATUS', '公开程度', 'Confidentiality status', 'attribute', 'CL_CONF_STATUS'),
  component('PRECISION', '精确程度', 'How exact the source is', 'attribute', 'CL_PRECISION'),
  component('PUBLISHED', '公布日', 'Known from this day', 'attribute', null, 'observation', 'GregorianDay'),
  component('SOURCE', '来源标题', 'Title of the source', 'attribute', null),
  component('PUBLISHER', '发布者', 'Publisher of the source', 'attribute', null),
  component('SOURCE_DATE', '来源日期', 'Date of the source', 'attribute', null),
  component('SOURCE_URL', '来源网址', 'Address of the source', 'attribute', null),
  component('CONFIDENCE', '来源可信度', 'Confidence in the source', 'attribute', 'CL_CONFIDENCE'),
  component('SCOPE_NOTE', '新口径的不同', 'How a new scope differs', 'attribute', null),
  component('COMMENT', '说明', 'Comment', 'attribute', null),
]
export const DIMENSIONS = COMPONENTS.filter(({ role }) => role === 'dimension')
export const ATTRIBUTES = COMPONENTS.filter(({ role }) => role === 'attribute')
export const componentOf = (id: string): Component | null => COMPONENTS.find((each) => each.id === id) ?? null

/** A code for words that are none: the same words have the same code, whatever is added beside them. */
const coded = (prefix: string, words: string): string => `${prefix}${sha256Hex(words).slice(0, 8).toUpperCase()}`
export const seriesCode = (series: string): string => coded('S', series)

type Unit = { readonly id: string; readonly power: string; readonly name: Names }
const YUAN: Names = { zh: '人民币元', en: 'Yuan renminbi' }
const PERSONS: Names = { zh: '人', en: 'Persons' }
/** Units that statistical offices have a code for, with the power of ten in front of them. */
const UNITS: Readonly<Record<string, Unit>> = {
  元: { id: 'CNY', power: '0', name: YUAN },
  万元: { id: 'CNY', power: '4', name: YUAN },
  亿元: { id: 'CNY', power: '8', name: YUAN },
  人: { id: 'PS', power: '0', name: PERSONS },
  万人: { id: 'PS', power: '4', name: PERSONS },
  '%': { id: 'PT', power: '0', name: { zh: '百分比', en: 'Percent' } },
}
export const unitOf = ({ unit }: Indicator): Unit =>
  UNITS[unit.zh] ?? {
    id: /^[A-Za-z][A-Za-z0-9_]*$/.test(unit.zh) ? unit.zh : coded('U', `${unit.zh}\n${unit.en}`),
    power: '0',
    name: unit,
  }

const list = (zh: string, en: string, codes: Iterable<readonly [string, Names]>): CodeList => ({ name: { zh, en }, codes: new Map(codes) })

/** The code lists of a pack, by id: all its indicators, and every scope that any of its readings has. */
export const codeListsOf = keptWith((pack: Pack): ReadonlyMap<string, CodeList> => {
  const indicators = [...pack.indicators.values()]
  return new Map([
    [
      'CL_INDICATOR',
      list(
        '指标',
        'Indicators',
        indicators.map((each) => [each.id, each.name]),
      ),
    ],
    [
      'CL_SERIES',
      list(
        '口径',
        'Scopes',
        pack.readings.map(({ series }) => [seriesCode(series), { zh: series }]),
      ),
    ],
    [
      'CL_FREQ',
      list('频率', 'Frequencies', [
        ['A', { zh: '年', en: 'Annual' }],
        ['Q', { zh: '季', en: 'Quarterly' }],
        ['M', { zh: '月', en: 'Monthly' }],
        ['D', { zh: '日（时点）', en: 'Daily (a point in time)' }],
        ['_O', { zh: '其他（一段时间）', en: 'Other (a stretch of time)' }],
      ]),
    ],
    [
      'CL_UNIT_MEASURE',
      list(
        '单位',
        'Units of measure',
        indicators.map(unitOf).map(({ id, name }) => [id, name]),
      ),
    ],
    [
      'CL_UNIT_MULT',
      list('单位的十的幂', 'Powers of ten', [
        ['0', { zh: '一', en: 'Units' }],
        ['4', { zh: '万', en: 'Tens of thousands' }],
        ['8', { zh: '亿', en: 'Hundreds of millions' }],
      ]),
    ],
    [
      'CL_OBS_STATUS',
      list('数据状态', 'Observation statuses', [
        ['A', { zh: '正式', en: 'Normal value' }],
        ['B', { zh: '新口径的第一个数，与此前不能相比', en: 'Time series break: first value of a new scope' }],
        ['P', { zh: '初步数', en: 'Provisional value' }],
      ]),
    ],
    ['CL_CONF_STATUS', list('公开程度', 'Confidentiality statuses', [['F', { zh: '可公开', en: 'Free for publication' }]])],
    [
      'CL_PRECISION',
      list('精确程度', 'Precisions', [
        ['exact', { zh: '原文给出的数', en: 'As the source gives it' }],
        ['over', { zh: '原文为“超过”“突破”', en: 'The source says "more than"' }],
        ['about', { zh: '原文为约数', en: 'The source says "about"' }],
      ]),
    ],
    [
      'CL_CONFIDENCE',
      list('来源可信度', 'Confidences', [
        ['A', { zh: '官方文本或其全文转载', en: 'Official text or a full copy' }],
        ['B', { zh: '可靠报道', en: 'Reputable report' }],
        ['C', { zh: '待核实', en: 'To be verified' }],
      ]),
    ],
  ])
})

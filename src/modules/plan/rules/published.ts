/** The pack as a Data Package of what is published today: its tables as they stand, and every reading with how it came to be known. */
import type { Day } from '../../../core/dates.ts'
import { sha256Hex } from '../../../core/evidence/sha256.ts'
import type { Pack } from '../../../pack/pack.ts'
import { lineOf } from './cells.ts'
import { type KnownReading, publishedOn } from './known.ts'

/** Its descriptor and its table of readings, as files. */
export const PUBLISHED = 'published.datapackage.json'
export const PUBLISHED_READINGS = 'readings.published.csv'

type Column = {
  readonly name: string
  readonly type: 'string' | 'number' | 'date' | 'boolean'
  readonly means: string
  readonly required?: true
  readonly choices?: readonly string[]
  readonly of: (reading: KnownReading, pack: Pack) => string | null | undefined
}

const COLUMNS: readonly Column[] = [
  { name: 'indicator', type: 'string', required: true, means: '指标 · what was counted', of: (each) => each.indicator },
  { name: 'series', type: 'string', required: true, means: '口径 · scope', of: (each) => each.series },
  { name: 'period', type: 'string', required: true, means: '时期 · period', of: (each) => each.period },
  { name: 'value', type: 'number', required: true, means: '数 · value', of: (each) => each.value },
  { name: 'unit', type: 'string', required: true, means: '单位 · unit', of: (each) => each.unit },
  {
    name: 'precision',
    type: 'string',
    required: true,
    means: '精确程度 · how exact the source is',
    choices: ['exact', 'over', 'about'],
    of: (each) => each.precision,
  },
  {
    name: 'status',
    type: 'string',
    required: true,
    means: '数据状态 · final or provisional',
    choices: ['final', 'provisional'],
    of: (each) => each.entered?.status ?? 'final',
  },
  { name: 'known_from', type: 'date', means: '公布或审核之日；空为未知 · known from this day; empty: not known which', of: publishedOn },
  {
    name: 'replaced_on',
    type: 'date',
    means: '被更正之日 · another value stands in its place from this day',
    of: (each) => each.replacedOn,
  },
  { name: 'note', type: 'string', means: '说明 · remark', of: (each) => each.note },
  { name: 'source_title', type: 'string', means: '来源 · source', of: (each, pack) => pack.sources.get(each.source)?.title },
  {
    name: 'source_publisher',
    type: 'string',
    means: '发布者 · its publisher',
    of: (each, pack) => pack.sources.get(each.source)?.publisher,
  },
  { name: 'source_date', type: 'string', means: '来源日期 · its date', of: (each, pack) => pack.sources.get(each.source)?.date },
  { name: 'source_address', type: 'string', means: '网址 · its address', of: (each, pack) => pack.sources.get(each.source)?.address },
  {
    name: 'source_confidence',
    type: 'string',
    means: '可信度 · A official, B reputable, C to be verified',
    choices: ['A', 'B', 'C'],
    of: (each, pack) => pack.sources.get(each.source)?.confidence,
  },
  { name: 'source_hash', type: 'string', means: '来源文件的 SHA-256 · SHA-256 of its file', of: (each) => each.entered?.source.hash },
  { name: 'scope_note', type: 'string', means: '新口径的不同 · how a new scope differs', of: (each) => each.entered?.scope },
  {
    name: 'definition',
    type: 'string',
    means: '报送时的定义 · the definition when it was entered',
    of: (each) => each.entered?.definition,
  },
  {
    name: 'entered_by',
    type: 'string',
    means: '报送岗位；空为随数据包公布 · post that entered it; empty: published with the pack',
    of: (each) => each.entered?.enteredBy.zh,
  },
  { name: 'entered_on', type: 'date', means: '报送日 · entered on', of: (each) => each.entered?.enteredOn },
  { name: 'approved_by', type: 'string', means: '审核岗位 · post that approved it', of: (each) => each.entered?.approvedBy.zh },
  { name: 'approved_on', type: 'date', means: '审核日 · approved on', of: (each) => each.entered?.approvedOn },
  { name: 'replaces_value', type: 'number', means: '更正了哪个数 · the value it corrects', of: (each) => each.entered?.replaces?.value },
  { name: 'replaces_reason', type: 'string', means: '更正理由 · why', of: (each) => each.entered?.replaces?.reason },
  {
    name: 'synthetic',
    type: 'boolean',
    required: true,
    means: '是否虚构 · whether the city is invented',
    of: (_each, pack) => String(pack.synthetic),
  },
]

/** Every version of every reading that is known by a day; one of unknown publication day is known. */
export const publishedReadings = (pack: Pack, today: Day): string => {
  const known: readonly KnownReading[] = pack.readings.filter((each) => (publishedOn(each, pack) ?? '') <= today)
  return `${[COLUMNS.map(({ name }) => name), ...known.map((each) => COLUMNS.map(({ of }) => of(each, pack) ?? ''))].map(lineOf).join('\n')}\n`
}

const schema = {
  fields: COLUMNS.map(({ name, type, means, required, choices }) => ({
    name,
    description: means,
    type,
    ...(type === 'boolean' ? { trueValues: ['true'], falseValues: ['false'] } : {}),
    ...(required || choices ? { constraints: { ...(required ? { required } : {}), ...(choices ? { enum: choices } : {}) } } : {}),
  })),
  missingValues: [''],
  foreignKeys: [{ fields: ['indicator'], reference: { resource: 'indicators', fields: ['id'] } }],
}

/** Size and hash of texts as they are sent, one after the other where a table has several files. */
const measured = (texts: readonly string[]) => {
  const all = texts.join('')
  return { bytes: new TextEncoder().encode(all).length, hash: `sha256:${sha256Hex(all)}` }
}

type Resource = { readonly name: string; readonly path: string | readonly string[] }

/** The descriptor: that of the pack, where readings are the published ones, with size and hash of each table. */
export const publishedPackage = (pack: Pack, today: Day): string => {
  const {
    planwright: _ours,
    resources,
    ...about
  } = JSON.parse(pack.files.get('datapackage.json') ?? '{}') as {
    readonly planwright: unknown
    readonly resources: readonly Resource[]
  }
  const table = { type: 'table', format: 'csv', mediatype: 'text/csv', encoding: 'utf-8' }
  const published = { name: 'readings', path: PUBLISHED_READINGS, ...table, ...measured([publishedReadings(pack, today)]), schema }
  const whole = {
    ...about,
    synthetic: pack.synthetic,
    asOf: today,
    resources: resources.map((each) =>
      each.name === 'readings' ? published : { ...each, ...measured([each.path].flat().map((file) => pack.files.get(file) ?? '')) },
    ),
  }
  return `${JSON.stringify(whole, null, 1)}\n`
}

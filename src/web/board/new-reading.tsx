import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { fill, type Text } from '../../core/messages.ts'
import { mayUse } from '../../kernel/right.ts'
import {
  COLUMNS,
  columnText,
  enterableIndicators,
  enterReading,
  optionsOf,
  type ReadingVersion,
  returnedReading,
  type Typed,
  waitingReadings,
} from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Done, Form, SelectField, Submit, TextArea, TextField } from '../parts/form.tsx'
import { both } from '../portal/target-view.ts'
import { WORDS } from './readings-words.ts'

/** What was typed when a reading was entered. */
const typedOf = ({ indicator, series, period, value, precision, status, source, note, scope, replaces }: ReadingVersion): Typed => ({
  indicator,
  series,
  period,
  value,
  precision,
  status,
  title: source.title,
  publisher: source.publisher ?? '',
  date: source.date ?? '',
  address: source.address ?? '',
  confidence: source.confidence,
  hash: source.hash ?? '',
  note: note ?? '',
  scope: scope ?? '',
  reason: replaces?.reason ?? '',
})

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const asked = new URL(request.url).searchParams
    const given = (name: string): string => asked.get(name)?.slice(0, 200) ?? ''
    const returned = asked.has('again') ? await app.perform(who, returnedReading, { reading: given('again') }) : null
    return {
      indicators: (await app.perform(who, enterableIndicators, {})).map(({ indicator, series }) => ({
        id: indicator.id,
        name: indicator.name,
        unit: indicator.unit,
        series,
      })),
      asked: returned ? typedOf(returned) : { indicator: given('indicator'), series: given('series'), period: given('period') },
      returned: returned && { id: returned.id, reason: returned.decided?.reason ?? '' },
      done: asked.get('done'),
      decides: mayUse(waitingReadings.right, who, waitingReadings.name),
    }
  })

export const action = ({ context, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  return posted(request, {
    enter: async ({ text, given }) => {
      const again = given('again')
      await app.perform(who, enterReading, {
        ...Object.fromEntries(COLUMNS.map((column) => [column, text(column)])),
        ...(again === undefined ? {} : { again }),
      })
      return again === undefined ? '/board/readings/new?done=entered' : '/board/readings/mine?done=again'
    },
  })
}

const OWN = {
  title: { zh: '这个数是多少？', en: 'What is the value?' },
  indicator: { zh: '指标', en: 'Indicator' },
  none: { zh: '没有您可以报送的指标。', en: 'There is no indicator that you may enter readings of.' },
  seriesHint: {
    zh: '已有的口径见上面的表，照抄才算同一口径。',
    en: 'The scopes in use are listed above; only the same words are the same scope.',
  },
  seriesOf: {
    zh: '“{name}”已有的口径：{series}。照抄才算同一口径。',
    en: 'Scopes of "{name}" in use: {series}. Only the same words are the same scope.',
  },
  periodHint: {
    zh: '2024、2024-09、2024-07-09、2025-Q1 或 2024-01/2024-09',
    en: '2024, 2024-09, 2024-07-09, 2025-Q1 or 2024-01/2024-09',
  },
  valueHint: {
    zh: '以指标的单位计，如 14.6；没有数据就不报，不写 0',
    en: 'In the unit of the indicator, such as 14.6; without data enter nothing, not 0',
  },
  valueOf: {
    zh: '“{name}”以“{unit}”计，如 14.6；没有数据就不报，不写 0',
    en: '"{name}" is in {unit}, such as 14.6; without data enter nothing, not 0',
  },
  scopeHint: { zh: '只在口径第一次出现时填', en: 'Only where the scope is new' },
  reasonHint: { zh: '只在更正已有的数时填；原来的数会保留', en: 'Only to correct a value that stands; the earlier one is kept' },
  scopes: { zh: '已有的口径和单位', en: 'Scopes in use, and units' },
  returned: { zh: '这个数被退回，理由：', en: 'This reading was returned because:' },
  submit: { zh: '报送', en: 'Enter' },
} as const
const DONE = {
  entered: { zh: '已报送，等待另一人审核。可以接着报下一个。', en: 'Entered; it waits for another person. You can go on with the next.' },
}

type Offered = { readonly id: string; readonly name: Text; readonly unit: Text; readonly series: readonly string[] }

/** Every scope in use with the indicators it is used of, those of the indicator in question first. */
const scopesIn = (indicators: readonly Offered[], first: Offered | undefined) => {
  const sorted = first ? [first, ...indicators.filter((each) => each !== first)] : indicators
  return [...new Set(sorted.flatMap(({ series }) => series))].map((value) => {
    const names = indicators.filter(({ series }) => series.includes(value)).map(({ name }) => name)
    return { value, label: { zh: names.map(({ zh }) => zh).join('、'), en: names.map(({ en }) => en).join(', ') } }
  })
}

/** What is said beside the fields once it is known which indicator it is about. */
const hintsFor = ({ name, unit, series }: Offered) => ({
  series: both((language) =>
    fill(OWN.seriesOf[language], { name: name[language], series: series.join(language === 'zh' ? '；' : '; ') || '—' }),
  ),
  value: both((language) => fill(OWN.valueOf[language], { name: name[language], unit: unit[language] })),
})

export default function NewReading() {
  const { indicators, asked: given, returned: sentBack, done, decides } = useLoaderData<typeof loader>()
  const asked: Typed = given
  const returned = useActionData<typeof action>()
  const { say, to } = useSay()
  const about = indicators.find(({ id }) => id === (returned?.typed.indicator?.[0] ?? asked.indicator))
  const hints = about ? hintsFor(about) : { series: OWN.seriesHint, value: OWN.valueHint }
  return (
    <>
      <title>{`${say(OWN.title)} · 策行 Planwright`}</title>
      <p className="crumb">
        {decides ? <a href={to('/board/readings')}>{say(WORDS.readings)}</a> : say(WORDS.readings)} › {say(WORDS.enter)}
      </p>
      <h1>{say(OWN.title)}</h1>
      <p className="lead">{say(WORDS.approvedLater)}</p>
      <Done done={done} texts={DONE} />
      {indicators.length === 0 ? (
        <p className="note">{say(OWN.none)}</p>
      ) : (
        <>
          {sentBack && (
            <p className="note">
              {say(OWN.returned)} <span lang="zh-CN">{sentBack.reason}</span>
            </p>
          )}
          <details>
            <summary>{say(OWN.scopes)}</summary>
            <ul>
              {indicators.map(({ id, name, unit, series }) => (
                <li key={id}>
                  {say(name)} ({say(unit)}): <span lang="zh-CN">{series.join('；') || '—'}</span>
                </li>
              ))}
            </ul>
          </details>
          <Form name="enter" returned={returned} label={OWN.title}>
            {sentBack && <input type="hidden" name="again" value={sentBack.id} />}
            <SelectField
              name="indicator"
              label={OWN.indicator}
              value={asked.indicator ?? ''}
              options={indicators.map(({ id, name, unit }) => ({
                value: id,
                text: { zh: `${name.zh}（${unit.zh}）`, en: `${name.en} (${unit.en})` },
              }))}
            />
            <TextField
              name="series"
              label={columnText.series}
              hint={hints.series}
              value={asked.series ?? ''}
              offered={scopesIn(indicators, about)}
            />
            <TextField name="period" label={columnText.period} hint={OWN.periodHint} value={asked.period ?? ''} />
            <TextField name="value" value={asked.value ?? ''} label={columnText.value} hint={hints.value} />
            <SelectField name="precision" value={asked.precision ?? ''} label={columnText.precision} options={optionsOf('precision')} />
            <SelectField name="status" value={asked.status ?? ''} label={columnText.status} options={optionsOf('status')} />
            <TextField name="title" value={asked.title ?? ''} label={columnText.title} />
            <TextField name="publisher" value={asked.publisher ?? ''} label={columnText.publisher} optional />
            <TextField name="date" value={asked.date ?? ''} type="date" label={columnText.date} optional />
            <TextField name="address" value={asked.address ?? ''} label={columnText.address} optional />
            <SelectField name="confidence" value={asked.confidence ?? ''} label={columnText.confidence} options={optionsOf('confidence')} />
            <TextField name="hash" value={asked.hash ?? ''} label={columnText.hash} optional />
            <TextField name="scope" value={asked.scope ?? ''} label={columnText.scope} hint={OWN.scopeHint} optional />
            <TextField name="reason" value={asked.reason ?? ''} label={columnText.reason} hint={OWN.reasonHint} optional />
            <TextArea name="note" value={asked.note ?? ''} label={columnText.note} optional />
            <Submit>{say(OWN.submit)}</Submit>
          </Form>
        </>
      )}
    </>
  )
}

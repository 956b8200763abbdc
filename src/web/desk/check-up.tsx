import { Fragment } from 'react'
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { factLabel, factOf } from '../../core/facts.ts'
import { checkUp, decideAndKeep, removeCheckUp } from '../../modules/desk/index.ts'
import { currentPack } from '../../modules/measure/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { languageOfPath, useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Money } from '../parts/basic.tsx'
import { Confirm, Done, Form, Submit } from '../parts/form.tsx'
import { Changes } from './check-up-parts.tsx'
import { DeskHead } from './head.tsx'
import { shownValue } from './shown.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const url = new URL(request.url)
    const language = languageOfPath(url.pathname)
    const page = await app.perform(who, checkUp, { enterprise: params.enterprise ?? '', checkUp: params.checkUp ?? '' })
    const { facts } = await app.perform(who, currentPack, {})
    const given = Object.entries(page.asked.facts).map(([name, value]) => ({
      name,
      label: factLabel(name, facts, language),
      value: shownValue(value, factOf(name, facts)?.declaration ?? null, language),
    }))
    const granted =
      page.decision?.results.flatMap(({ measure, title, status, award }) => (status === 'eligible' ? [{ measure, title, award }] : [])) ??
      []
    return { enterprise: page.enterprise, checkUp: page.checkUp, asked: page.asked, given, granted, done: url.searchParams.get('done') }
  })

export const action = ({ context, request, params }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const { enterprise = '', checkUp: id = '' } = params
  return posted(request, {
    receipt: async () => {
      const { asked } = await app.perform(who, checkUp, { enterprise, checkUp: id })
      await app.perform(who, decideAndKeep, { enterprise, asked })
      return `/desk/${enterprise}/receipts?done=kept`
    },
    remove: async () => {
      await app.perform(who, removeCheckUp, { enterprise, checkUp: id })
      return `/desk/${enterprise}/check-ups?done=removed`
    },
  })
}

const OWN = {
  title: { zh: '检查“{name}”：现在结果如何，变了什么？', en: 'Check-up “{name}”: what is the answer now, and what has changed?' },
  now: { zh: '现在可得', en: 'What one can get now' },
  on: { zh: '决定日', en: 'decided for' },
  saved: { zh: '保存时的合计：', en: 'The total when it was saved: ' },
  unreadable: {
    zh: '今天的规则读不出其中的一项事实。请打开检查，重新填写。',
    en: 'Today’s rules cannot read one of its facts. Open the check-up and fill it in again.',
  },
  changed: { zh: '变了什么', en: 'What has changed' },
  same: { zh: '每项措施的结果都与保存时相同。', en: 'Every measure has the answer it had.' },
  pack: { zh: '规则与保存时相同，变化来自日期。', en: 'The rules are those of that day; what changed came with the date.' },
  newPack: { zh: '保存以后，规则包换过新版本。', en: 'Since it was saved, another version of the rules is in service.' },
  granted: { zh: '可得的措施', en: 'Measures that are granted' },
  given: { zh: '填写的事实', en: 'The facts that were given' },
  open: { zh: '用这些事实打开检查', en: 'Open the check-up with these facts' },
  receipt: { zh: '现在决定，并保存收据', en: 'Decide now and keep the receipt' },
  remove: { zh: '删除这次检查', en: 'Remove this check-up' },
  removeNote: { zh: '填写的事实一并删除，不能恢复。', en: 'With the facts that were typed; this cannot be undone.' },
  done: { saved: { zh: '已保存。', en: 'Saved.' } },
} as const

export default function SavedCheckUp() {
  const { enterprise, checkUp: saved, asked, given, granted, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to, language } = useSay()
  const { now } = saved
  return (
    <>
      <DeskHead
        enterprise={enterprise}
        title={{ zh: OWN.title.zh.replace('{name}', saved.name), en: OWN.title.en.replace('{name}', saved.name) }}
      />
      <Done done={done} texts={OWN.done} />
      {now === null ? (
        <p className="note warn">{say(OWN.unreadable)}</p>
      ) : (
        <>
          <p className="number">
            <Money yuan={now.total} language={language} />{' '}
            <span className="small">
              {say(OWN.now)} · {say(OWN.on)} {now.on}
            </span>
          </p>
          <p>
            {say(OWN.saved)}
            <Money yuan={saved.total} language={language} /> ({saved.savedOn})
          </p>
          <h2>{say(OWN.changed)}</h2>
          {now.changes.length === 0 ? <p>{say(OWN.same)}</p> : <Changes changes={now.changes} label={say(OWN.changed)} />}
          {(now.changes.length > 0 || !now.samePack) && <p className="quiet">{say(now.samePack ? OWN.pack : OWN.newPack)}</p>}
          {granted.length > 0 && (
            <>
              <h2>{say(OWN.granted)}</h2>
              <ul>
                {granted.map(({ measure, title, award }) => (
                  <li key={measure}>
                    <a href={to(`/measures/${measure}`)}>{say(title)}</a> <Money yuan={award} language={language} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
      <h2>{say(OWN.given)}</h2>
      <dl className="facts">
        {given.map(({ name, label, value }) => (
          <Fragment key={name}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      <form method="post" action={to('/check')}>
        {Object.entries(asked.facts).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {asked.on !== '' && <input type="hidden" name="on" value={now?.on ?? asked.on} />}
        {asked.area && <input type="hidden" name="area" value={asked.area} />}
        {asked.task && <input type="hidden" name="task" value={asked.task} />}
        {asked.unverified && <input type="hidden" name="unverified" value="yes" />}
        <p>
          <button type="submit" className="second">
            {say(OWN.open)}
          </button>
        </p>
      </form>
      {now !== null && (
        <Form name="receipt" returned={returned}>
          <p>
            <Submit second>{say(OWN.receipt)}</Submit>
          </p>
        </Form>
      )}
      <Confirm ask={say(OWN.remove)}>
        <Form name="remove" returned={returned}>
          <p>{say(OWN.removeNote)}</p>
          <Submit second>{say(OWN.remove)}</Submit>
        </Form>
      </Confirm>
    </>
  )
}

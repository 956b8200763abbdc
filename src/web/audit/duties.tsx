import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { dutyReport } from '../../modules/audit/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Scroll } from '../parts/basic.tsx'
import { useTimes } from '../times.ts'
import { Called } from './called.tsx'
import { actorText, dutyText, objectTypeText } from './words.ts'

export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const query = new URL(request.url).searchParams
    const [scope, id] = [query.get('scope') ?? '', query.get('id') ?? '']
    const { matters, rules, names, standings } = await app.perform(who, dutyReport, { scope, id })
    const rows = matters.flatMap((matter) =>
      matter.acts.map((act, at) => ({
        ...act,
        scope: matter.scope,
        id: matter.id,
        isFirst: at === 0,
        who: actorText(act.actor, names),
        standing: act.post === null ? null : (standings.posts[act.post]?.text ?? null),
      })),
    )
    return { scope, id, rows, rules }
  })

const WORDS = {
  title: { zh: '同一事项由谁办了哪几步？', en: 'Who took which steps in a matter?' },
  lead: {
    zh: '不得由同一人办理的步骤，数据库当场拒绝；只提醒的，在这里标出。计的是人，不论以哪个岗位、是否代理。',
    en: 'Steps that one person may not both take are refused by the database on the spot; those that are only warned of are marked here. The person counts, in whatever post, acting or not.',
  },
  rules: { zh: '哪些步骤须分开', en: 'Which steps are kept apart' },
  report: { zh: '最近的事项', en: 'The latest matters' },
  matter: { zh: '事项', en: 'Matter' },
  step: { zh: '步骤', en: 'Step' },
  who: { zh: '谁', en: 'Who' },
  at: { zh: '时间', en: 'When' },
  other: { zh: '须由他人办理', en: 'To be another person’s' },
  severity: { zh: '违反时', en: 'Otherwise' },
  block: { zh: '拒绝', en: 'refused' },
  warn: { zh: '提醒', en: 'a warning' },
  warned: { zh: '提醒：同一人办了须分开的两步', en: 'warning: one person took two steps that are to be kept apart' },
  none: { zh: '还没有这样的事项。', en: 'There are no such matters yet.' },
} as const

export default function Duties() {
  const { rows, rules } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  const { secondOf } = useTimes()
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      <p className="lead">{say(WORDS.lead)}</p>
      <h2>{say(WORDS.report)}</h2>
      {rows.length === 0 ? (
        <p>{say(WORDS.none)}</p>
      ) : (
        <Scroll label={say(WORDS.report)}>
          <table className="rows">
            <caption className="unseen">{say(WORDS.report)}</caption>
            <Heads names={[WORDS.matter, WORDS.step, WORDS.who, WORDS.at].map(say)} />
            <tbody>
              {rows.map((row) => (
                <tr key={`${row.scope} ${row.id} ${row.role} ${row.actor} ${row.at}`}>
                  <th scope="row">
                    <Called code={row.scope} text={objectTypeText(row.scope)} />{' '}
                    <a href={to(`/audit/duties?${new URLSearchParams({ scope: row.scope, id: row.id })}`)}>{row.id}</a>
                  </th>
                  <td data-head={say(WORDS.step)}>
                    <Called code={row.role} text={dutyText(row.role)} /> {row.warned && <strong>{say(WORDS.warned)}</strong>}
                  </td>
                  <td data-head={say(WORDS.who)}>
                    {say(row.who)}
                    {row.standing && <span className="small quiet"> {say(row.standing)}</span>}
                  </td>
                  <td data-head={say(WORDS.at)} className="date">
                    {secondOf(row.at)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <h2>{say(WORDS.rules)}</h2>
      <Scroll label={say(WORDS.rules)}>
        <table className="rows">
          <caption className="unseen">{say(WORDS.rules)}</caption>
          <Heads names={[WORDS.matter, WORDS.step, WORDS.other, WORDS.severity].map(say)} />
          <tbody>
            {rules.map(({ scope, role_a, role_b, severity }) => (
              <tr key={`${scope} ${role_a} ${role_b}`}>
                <th scope="row">
                  <Called code={scope} text={objectTypeText(scope)} />
                </th>
                <td data-head={say(WORDS.step)}>{<Called code={role_a} text={dutyText(role_a)} />}</td>
                <td data-head={say(WORDS.other)}>{<Called code={role_b} text={dutyText(role_b)} />}</td>
                <td data-head={say(WORDS.severity)}>{say(WORDS[severity])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </>
  )
}

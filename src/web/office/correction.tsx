import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import type { Text } from '../../core/messages.ts'
import { correctionToJudge, type Judging, judgeCorrection } from '../../modules/party/index.ts'
import { siteContext } from '../context.ts'
import { BothSides, Due, EvidenceList, History } from '../desk/correction-parts.tsx'
import { shownValue } from '../desk/shown.ts'
import { stateText, verdictText, WORDS } from '../desk/words.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads } from '../parts/basic.tsx'
import { Choices, Done, Form, Submit, TextArea } from '../parts/form.tsx'
import { Synthetic } from '../parts/synthetic.tsx'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const judging = await app.perform(who, correctionToJudge, { correction: params.correction ?? '' })
    return { judging, done: new URL(request.url).searchParams.get('done') }
  })

export const action = ({ context, request, params }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const { correction = '' } = params
  return posted(request, {
    judge: async ({ text }) => {
      const step = text('step') === 'decide' ? 'decide' : 'review'
      const verdict = text('verdict') === 'accept' ? 'accept' : 'refuse'
      await app.perform(who, judgeCorrection, { correction, step, verdict, reason: text('reason') })
      return `/office/corrections/${correction}?done=${step}`
    },
  })
}

const OWN = {
  department: { zh: '负责这项事实的部门：', en: 'The department that answers for this fact: ' },
  noDepartment: {
    zh: '数据包没有写明由哪个部门负责这项事实：各部门的经办人都可办理。',
    en: 'The pack does not say which department answers for this fact: officers of every department may judge it.',
  },
  title: { zh: '“{fact}”该不该更正？', en: 'Should “{fact}” be corrected?' },
  queue: { zh: '待办更正', en: 'Corrections' },
  due: { zh: '应于', en: 'Due ' },
  now: { zh: '现在登记的内容', en: 'What is held now' },
  review: { zh: '初审', en: 'Review' },
  decide: { zh: '决定', en: 'Decide' },
  reviewNote: { zh: '您的意见交给第二人；由他决定。', en: 'Your opinion goes to a second officer, who decides.' },
  decideNote: {
    zh: '您的决定立刻生效。采纳的内容成为来源为“更正”的新记录，登记部门的记录保留。',
    en: 'Your decision counts at once. What is accepted becomes a record of source “correction”; the register’s own stays.',
  },
  verdict: { zh: '意见', en: 'Verdict' },
  reasonHint: {
    zh: '不采纳，或与初审意见不同时必填；企业会读到。',
    en: 'Needed to refuse, or to go against the review; the enterprise reads it.',
  },
  done: {
    review: { zh: '已初审，等待第二人。', en: 'Reviewed; it waits for a second officer.' },
    decide: { zh: '已决定。', en: 'Decided.' },
  },
} as const

const OBSTACLES: Readonly<Record<NonNullable<Judging['obstacle']>, Text | null>> = {
  'party.correction-closed': null,
  'party.correction-side': { zh: '您也是这家企业的人员，不能办理。', en: 'You belong to this enterprise as well and do not judge this.' },
  'party.four-eyes': {
    zh: '您已参与过这项更正，须由另一人办理。',
    en: 'You took part in this correction already; somebody else has to go on.',
  },
}

export default function CorrectionToJudge() {
  const { judging, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to, language } = useSay()
  const { correction, now, step, obstacle } = judging
  const label = correction.declaration?.label ?? { zh: correction.fact, en: correction.fact }
  const title = say(OWN.title).replace('{fact}', say(label))
  return (
    <>
      <title>{`${title} · 策行 Planwright`}</title>
      <p className="crumb">
        <a href={to('/office/corrections?turn=me')}>{say(OWN.queue)}</a> › <span lang="zh-CN">{correction.enterprise.name}</span>{' '}
        <code>{correction.enterprise.uscc}</code>
      </p>
      <h1>{title}</h1>
      {correction.enterprise.synthetic && <Synthetic />}
      <Done done={done} texts={OWN.done} />
      <p className="lead">
        {say(stateText[correction.state])}
        {step !== null && (
          <>
            {' · '}
            {say(OWN.due)}
            <Due {...correction} />
          </>
        )}
      </p>
      <p className="small quiet">
        {correction.declaration?.department ? `${say(OWN.department)}${correction.declaration.department}` : say(OWN.noDepartment)}
      </p>
      <BothSides correction={correction} />
      <h2>{say(WORDS.evidence)}</h2>
      <EvidenceList evidence={correction.evidence} at="/office/evidence" />
      <h2>{say(OWN.now)}</h2>
      {now === null ? (
        <p className="quiet">{say(WORDS.nothing)}</p>
      ) : (
        <div className="scroll">
          <table className="rows">
            <caption className="unseen">{say(OWN.now)}</caption>
            <Heads names={[WORDS.value, WORDS.source, WORDS.validOn, WORDS.recordedOn].map(say)} />
            <tbody>
              {now.versions.map((version) => (
                <tr key={`${version.source.kind} ${version.recordedAt.toISOString()} ${version.validOn} ${version.value}`}>
                  <th scope="row">{shownValue(version.value, correction.declaration, language)}</th>
                  <td data-head={say(WORDS.source)}>{version.source.kind === 'registry' ? version.source.name : say(WORDS.corrected)}</td>
                  <td className="date" data-head={say(WORDS.validOn)}>
                    {version.validOn}
                  </td>
                  <td className="date" data-head={say(WORDS.recordedOn)}>
                    {version.recordedOn}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h2>{say(WORDS.history)}</h2>
      <History done={correction.done} named />
      {obstacle !== null && OBSTACLES[obstacle] && <p className="note">{say(OBSTACLES[obstacle])}</p>}
      {step !== null && obstacle === null && (
        <section>
          <h2>{say(OWN[step])}</h2>
          <p>{say(step === 'review' ? OWN.reviewNote : OWN.decideNote)}</p>
          <Form name="judge" returned={returned}>
            <input type="hidden" name="step" value={step} />
            <Choices
              name="verdict"
              label={OWN.verdict}
              options={[
                { value: 'accept', text: verdictText.accept },
                { value: 'refuse', text: verdictText.refuse },
              ]}
              chosen={['accept']}
            />
            <TextArea name="reason" label={WORDS.reason} hint={OWN.reasonHint} />
            <Submit>{say(OWN[step])}</Submit>
          </Form>
        </section>
      )}
    </>
  )
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { correction, withdrawCorrection } from '../../modules/party/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Confirm, Done, Form, Submit } from '../parts/form.tsx'
import { BothSides, Due, EvidenceList, History } from './correction-parts.tsx'
import { DeskHead } from './head.tsx'
import { stateText, WORDS } from './words.ts'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const found = await app.perform(who, correction, { enterprise: params.enterprise ?? '', correction: params.correction ?? '' })
    return { correction: found, done: new URL(request.url).searchParams.get('done') }
  })

export const action = ({ context, request, params }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const { enterprise = '', correction: id = '' } = params
  return posted(request, {
    withdraw: async () => {
      await app.perform(who, withdrawCorrection, { enterprise, correction: id })
      return `/desk/${enterprise}/corrections/${id}?done=withdrawn`
    },
  })
}

const OWN = {
  title: { zh: '“{fact}”的更正', en: 'Correction of “{fact}”' },
  due: { zh: '应在此日前答复：', en: 'To be answered by ' },
  withdraw: { zh: '撤回这项更正', en: 'Withdraw this correction' },
  withdrawNote: { zh: '撤回后可以重新提出。', en: 'It can be proposed again afterwards.' },
  done: {
    proposed: { zh: '已提出。办理的每一步都会写在这里。', en: 'Proposed. Every step will be written here.' },
    withdrawn: { zh: '已撤回。', en: 'Withdrawn.' },
  },
} as const

export default function CorrectionPage() {
  const { correction: found, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say } = useSay()
  const label = found.declaration?.label ?? { zh: found.fact, en: found.fact }
  const isOpen = found.state === 'proposed' || found.state === 'reviewed'
  return (
    <>
      <DeskHead
        enterprise={found.enterprise}
        title={{ zh: OWN.title.zh.replace('{fact}', label.zh), en: OWN.title.en.replace('{fact}', label.en) }}
      />
      <Done done={done} texts={OWN.done} />
      <p className="lead">{say(stateText[found.state])}</p>
      {isOpen && (
        <p>
          {say(OWN.due)}
          <Due {...found} /> <span className="small quiet">{say(WORDS.calendar)}</span>
        </p>
      )}
      <BothSides correction={found} />
      <h2>{say(WORDS.evidence)}</h2>
      <EvidenceList evidence={found.evidence} at={`/desk/${found.enterprise.uscc}/evidence`} />
      <h2>{say(WORDS.history)}</h2>
      <History done={found.done} named={false} />
      {isOpen && (
        <Confirm ask={say(OWN.withdraw)}>
          <Form name="withdraw" returned={returned}>
            <p>{say(OWN.withdrawNote)}</p>
            <Submit second>{say(OWN.withdraw)}</Submit>
          </Form>
        </Confirm>
      )}
    </>
  )
}

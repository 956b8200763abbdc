import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { checkUps } from '../../modules/desk/index.ts'
import { siteContext } from '../context.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Done } from '../parts/form.tsx'
import { CheckUpLine } from './check-up-parts.tsx'
import { DeskHead } from './head.tsx'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return {
      ...(await app.perform(who, checkUps, { enterprise: params.enterprise ?? '' })),
      done: new URL(request.url).searchParams.get('done'),
    }
  })

const OWN = {
  title: { zh: '我们做过哪些检查，结果变了没有？', en: 'Which check-ups did we keep, and has their answer changed?' },
  none: { zh: '还没有保存过检查。', en: 'None is kept yet.' },
  start: { zh: '做一次检查，然后按“保存到企业工作台”', en: 'Do a check-up and press “Keep it on the desk”' },
  done: { removed: { zh: '已删除，填写的事实也删除了。', en: 'Removed, with the facts that were typed.' } },
} as const

export default function CheckUps() {
  const { enterprise, checkUps: list, done } = useLoaderData<typeof loader>()
  const { say, to } = useSay()
  return (
    <>
      <DeskHead enterprise={enterprise} title={OWN.title} />
      <Done done={done} texts={OWN.done} />
      {list.length === 0 && <p>{say(OWN.none)}</p>}
      <ul>
        {list.map((each) => (
          <li key={each.id}>
            <CheckUpLine checkUp={each} href={to(`/desk/${enterprise.uscc}/check-ups/${each.id}`)} />
          </li>
        ))}
      </ul>
      <p>
        <a href={to('/check')}>{say(OWN.start)}</a>
      </p>
    </>
  )
}

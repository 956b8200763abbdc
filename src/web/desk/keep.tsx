/** From the check-up to the desk: the answers come with a form, are shown once more, and are kept when somebody says under which enterprise and name. */
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { factLabel, factOf } from '../../core/facts.ts'
import { includes } from '../../kernel/who.ts'
import { saveCheckUp } from '../../modules/desk/index.ts'
import { currentPack } from '../../modules/measure/index.ts'
import { myEnterprises } from '../../modules/party/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { fieldsOf, orTrouble } from '../loading.ts'
import { Form, SelectField, Submit, TextField } from '../parts/form.tsx'
import { Synthetic } from '../parts/synthetic.tsx'
import { OWN as ASKED } from '../portal/check-answer.ts'
import { shownValue } from './shown.ts'

export const loader = ({ context }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { facts } = await app.perform(who, currentPack, {})
    const enterprises = (await app.perform(who, myEnterprises, {})).filter(({ memberships }) =>
      memberships.some(({ level, measure }) => measure === null && includes(level, 'draft')),
    )
    return { enterprises, facts: [...facts.values()] }
  })

const FACT = 'fact:'

export const action = async ({ context, request }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const form = await fieldsOf(request.clone())
  // What comes from the check-up is no form of this page yet: its answers are handed on.
  if (!form.has('do'))
    return data({ typed: Object.fromEntries([...form].map(([name, value]) => [ASKED.has(name) ? name : FACT + name, [value]])) })
  return posted(request, {
    keep: async ({ text }) => {
      const enterprise = text('enterprise')
      const facts = Object.fromEntries(
        [...form].flatMap(([name, value]) =>
          name.startsWith(FACT) && value.trim() !== '' ? [[name.slice(FACT.length), value.trim()]] : [],
        ),
      )
      const [known, area, task] = [text('known'), text('area'), text('task')]
      const asked = {
        facts,
        on: text('on'),
        ...(known ? { known } : {}),
        ...(area ? { area } : {}),
        ...(task ? { task } : {}),
        ...(text('unverified') ? { unverified: true } : {}),
      }
      const { id } = await app.perform(who, saveCheckUp, { enterprise, name: text('name'), asked })
      return `/desk/${enterprise}/check-ups/${id}?done=saved`
    },
  })
}

const WORDS = {
  title: { zh: '把这次检查保存到哪家企业？', en: 'Under which enterprise is this check-up kept?' },
  lead: {
    zh: '到这里为止，您填写的内容没有保存在服务器上。保存以后，下面的内容存放在所选企业名下，企业的成员都能看到，可随时删除。',
    en: 'Up to here nothing you typed was kept on the server. Once saved, what stands below is kept under the enterprise, seen by its members, and removed whenever you like.',
  },
  enterprise: { zh: '企业', en: 'Enterprise' },
  name: { zh: '名称', en: 'Name' },
  nameHint: { zh: '例如：2024 年申报前', en: 'such as: before the claim of 2024' },
  save: { zh: '保存', en: 'Keep it' },
  none: {
    zh: '您没有可以保存检查的企业（需要“填写”以上的权限）。',
    en: 'There is no enterprise for which you may keep check-ups (level “fill in” or above).',
  },
  empty: { zh: '没有可以保存的内容。请先做检查。', en: 'There is nothing to keep. Do a check-up first.' },
  check: { zh: '做检查', en: 'Do a check-up' },
  kept: { zh: '将要保存的内容', en: 'What will be kept' },
} as const

export default function Keep() {
  const { enterprises, facts: declared } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { say, to, language, marks } = useSay()
  const catalogue = new Map(declared.map((each) => [each.name, each]))
  const returned = answered && 'form' in answered ? answered : null
  const typed = Object.entries(answered?.typed ?? {}).flatMap(([name, [value]]) => (value ? [[name, value] as const] : []))
  const carried = typed.filter(([name]) => name.startsWith(FACT) || ['on', 'known', 'area', 'task', 'unverified'].includes(name))
  const facts = carried.filter(([name]) => name.startsWith(FACT))
  return (
    <>
      <title>{`${say(WORDS.title)} · 策行 Planwright`}</title>
      <h1>{say(WORDS.title)}</h1>
      {facts.length === 0 || enterprises.length === 0 ? (
        <p>
          {say(enterprises.length === 0 ? WORDS.none : WORDS.empty)} <a href={to('/check')}>{say(WORDS.check)}</a>
        </p>
      ) : (
        <>
          <p className="lead">{say(WORDS.lead)}</p>
          {enterprises.some(({ synthetic }) => synthetic) && <Synthetic />}
          <Form name="keep" returned={returned}>
            {carried.map(([name, value]) => (
              <input key={name} type="hidden" name={name} value={value} />
            ))}
            <SelectField
              name="enterprise"
              label={WORDS.enterprise}
              options={enterprises.map(({ uscc, name }) => ({ value: uscc, text: { zh: `${name} ${uscc}`, en: `${name} ${uscc}` } }))}
            />
            <TextField name="name" label={WORDS.name} hint={WORDS.nameHint} />
            <Submit>{say(WORDS.save)}</Submit>
          </Form>
          <h2>{say(WORDS.kept)}</h2>
          <ul>
            {facts.map(([name, value]) => {
              const fact = name.slice(FACT.length)
              const declaration = factOf(fact, catalogue)?.declaration ?? null
              return (
                <li key={name}>{`${factLabel(fact, catalogue, language)}${marks.colon}${shownValue(value, declaration, language)}`}</li>
              )
            })}
          </ul>
        </>
      )}
    </>
  )
}

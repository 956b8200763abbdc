import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import type { FactDeclaration } from '../../core/facts.ts'
import type { Text } from '../../core/messages.ts'
import { Failure } from '../../kernel/failure.ts'
import { FILE_ENDINGS } from '../../kernel/files.ts'
import { mayUse } from '../../kernel/right.ts'
import { factPage, proposeCorrection, type Version } from '../../modules/party/index.ts'
import { siteContext } from '../context.ts'
import { type Fields, posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads } from '../parts/basic.tsx'
import { FileField, Form, SelectField, Submit, TextArea, TextField } from '../parts/form.tsx'
import { DeskHead } from './head.tsx'
import { shownValue } from './shown.ts'
import { WORDS } from './words.ts'

export const loader = ({ context, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    const { enterprise, held, declaration, today } = await app.perform(who, factPage, {
      enterprise: params.enterprise ?? '',
      fact: params.fact ?? '',
    })
    const own = who.kind === 'person' ? who.memberships.filter((each) => each.enterprise === enterprise.uscc) : []
    const mayCorrect = who.kind === 'person' && mayUse(proposeCorrection.right, { ...who, memberships: own }, proposeCorrection.name)
    return { enterprise, held, declaration, mayCorrect: mayCorrect && declaration.registry !== null && !held?.disputed, today }
  })

const FILES = ['evidence', 'evidence-2'] as const

const evidenceIn = ({ file }: Fields) =>
  Promise.all(
    FILES.flatMap((name) => {
      const found = file(name)
      return found ? [found.bytes().then((bytes) => ({ name: found.name, bytes }))] : []
    }),
  )

export const action = ({ context, request, params }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const { enterprise = '', fact = '' } = params
  return posted(request, {
    correct: async (fields) => {
      const [value, validOn, reason] = [fields.text('value'), fields.text('validOn'), fields.text('reason')]
      const evidence = await evidenceIn(fields)
      try {
        const { id } = await app.perform(who, proposeCorrection, { enterprise, fact, value, validOn, reason, evidence })
        return `/desk/${enterprise}/corrections/${id}?done=proposed`
      } catch (error) {
        // A file that is not taken is marked where it was chosen.
        if (!(error instanceof Failure) || !error.code.startsWith('kernel.file-')) throw error
        const at = evidence.findIndex(({ name }) => name === error.params.name)
        throw new Failure(error.code, { ...error.text, kind: error.kind }, error.params, [
          { field: FILES[Math.max(0, at)] ?? 'evidence', code: error.code, message: error.text },
        ])
      }
    },
  })
}

const OWN = {
  title: { zh: '“{fact}”从何而来，对不对？', en: 'Where does “{fact}” come from, and is it right?' },
  versions: { zh: '知道过的内容', en: 'All that was ever known' },
  none: { zh: '登记部门没有记录这项事实。', en: 'The registers do not hold this fact.' },
  stands: { zh: '现行', en: 'counts' },
  disputed: { zh: '正在办理一项更正', en: 'A correction is under way' },
  wrong: { zh: '这不对', en: 'This is wrong' },
  wrongNote: {
    zh: '写明应为多少、从哪一天起、为什么。登记部门的记录会保留；两名工作人员先后审核，十个工作日内答复。',
    en: 'Say what it is instead, since which day, and why. The register’s own record stays; two officers look at it one after the other, within ten working days.',
  },
  value: { zh: '应为', en: 'It is' },
  since: { zh: '从哪一天起', en: 'Since which day' },
  file: { zh: '证据文件', en: 'Evidence' },
  secondFile: { zh: '第二份文件', en: 'A second file' },
  fileHint: { zh: 'PDF、图片、Excel、Word、CSV 或文本，最大 20 MB', en: 'PDF, picture, Excel, Word, CSV or text, 20 MB at most' },
  send: { zh: '提出更正', en: 'Propose the correction' },
  choose: { zh: '请选择', en: 'choose' },
  mayNot: { zh: '提出更正需要“提交”以上的权限。', en: 'Correcting takes the level “submit” or above.' },
  money: { zh: '如 2000 万元、350000.50 元', en: 'such as 2000 万元 (20 million) or 350000.50 元' },
  percent: { zh: '如 12.5%', en: 'such as 12.5%' },
  date: { zh: '如 2023-06-30', en: 'such as 2023-06-30' },
  unit: { zh: '单位：', en: 'in ' },
} as const

const hintOf = ({ type, unit }: FactDeclaration): Text | undefined => {
  if (type === 'money' || type === 'percent' || type === 'date') return OWN[type]
  return unit === null ? undefined : { zh: `${OWN.unit.zh}${unit}`, en: `${OWN.unit.en}${unit}` }
}

/** A field as the fact's type wants it. */
const ValueField = ({ declaration }: { readonly declaration: FactDeclaration }) => {
  const { type, values } = declaration
  const few: readonly Text[] =
    type === 'yes-no'
      ? [
          { zh: '是', en: 'yes' },
          { zh: '否', en: 'no' },
        ]
      : values
  const hint = hintOf(declaration)
  return type === 'enum' || type === 'yes-no' ? (
    <SelectField
      name="value"
      label={OWN.value}
      options={[{ value: '', text: OWN.choose }, ...few.map((text) => ({ value: text.zh, text }))]}
    />
  ) : (
    <TextField name="value" label={OWN.value} {...(hint ? { hint } : {})} />
  )
}

const Versions = ({
  versions,
  standing,
  declaration,
}: {
  readonly versions: readonly Version[]
  readonly standing: Version
  readonly declaration: FactDeclaration
}) => {
  const { say, language } = useSay()
  return (
    <div className="scroll">
      <table className="rows">
        <caption className="unseen">{say(OWN.versions)}</caption>
        <Heads names={[WORDS.value, WORDS.source, WORDS.validOn, WORDS.recordedOn].map(say)} />
        <tbody>
          {versions.map((version) => (
            <tr key={`${version.source.kind} ${version.recordedAt.toISOString()} ${version.validOn} ${version.value}`}>
              <th scope="row">
                {shownValue(version.value, declaration, language)}{' '}
                {version === standing && <span className="badge good">{say(OWN.stands)}</span>}
              </th>
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
  )
}

export default function Fact() {
  const { enterprise, held, declaration, mayCorrect, today } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to, language, marks } = useSay()
  const title = { zh: OWN.title.zh.replace('{fact}', declaration.label.zh), en: OWN.title.en.replace('{fact}', declaration.label.en) }
  return (
    <>
      <DeskHead enterprise={enterprise} title={title} />
      <p className="quiet">{say(declaration.question)}</p>
      {held ? (
        <>
          <p className="number">{shownValue(held.standing.value, declaration, language)}</p>
          <Versions versions={held.versions} standing={held.standing} declaration={declaration} />
        </>
      ) : (
        <p>{say(OWN.none)}</p>
      )}
      {held?.disputed && (
        <p className="note warn">
          <strong>{say(WORDS.disputed)}</strong>{' '}
          <a href={to(`/desk/${enterprise.uscc}/corrections/${held.disputed.id}`)}>{say(OWN.disputed)}</a>
          {`${marks.open}${say(WORDS.enterpriseSays)}${marks.colon}${shownValue(held.disputed.value, declaration, language)}${marks.close}`}
        </p>
      )}
      {mayCorrect ? (
        <section>
          <h2 id="wrong">{say(OWN.wrong)}</h2>
          <p>{say(OWN.wrongNote)}</p>
          <Form name="correct" returned={returned} files>
            <ValueField declaration={declaration} />
            <TextField name="validOn" label={OWN.since} type="date" value={today} />
            <TextArea name="reason" label={WORDS.reason} />
            <FileField
              name="evidence"
              label={OWN.file}
              hint={OWN.fileHint}
              accept={FILE_ENDINGS.map((each) => `.${each}`).join(',')}
              optional
            />
            <FileField name="evidence-2" label={OWN.secondFile} accept={FILE_ENDINGS.map((each) => `.${each}`).join(',')} optional />
            <Submit>{say(OWN.send)}</Submit>
          </Form>
        </section>
      ) : (
        !held?.disputed && declaration.registry !== null && <p className="quiet">{say(OWN.mayNot)}</p>
      )}
    </>
  )
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { type KeptReceipt, keepReceipt, receipts } from '../../modules/desk/index.ts'
import { siteContext } from '../context.ts'
import { posted } from '../form.ts'
import { useSay } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { Heads, Money } from '../parts/basic.tsx'
import { Done, FileField, Form, Submit } from '../parts/form.tsx'
import { editionPath, shortHash } from '../portal/version-words.ts'
import { DeskHead } from './head.tsx'

export const loader = ({ context, request, params }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who } = context.get(siteContext)
    return {
      ...(await app.perform(who, receipts, { enterprise: params.enterprise ?? '' })),
      done: new URL(request.url).searchParams.get('done'),
    }
  })

const LONGEST = 200_000

export const action = ({ context, request, params }: ActionFunctionArgs) => {
  const { app, who } = context.get(siteContext)
  const { enterprise = '' } = params
  return posted(request, {
    keep: async ({ file }) => {
      const textOf = async (name: string): Promise<string> => {
        const found = file(name)
        return found && found.size <= LONGEST ? found.text() : ''
      }
      await app.perform(who, keepReceipt, { enterprise, receipt: await textOf('receipt'), facts: await textOf('facts') })
      return `/desk/${enterprise}/receipts?done=kept`
    },
  })
}

const OWN = {
  title: { zh: '我们有哪些决定收据，还对得上吗？', en: 'Which receipts do we have, and do they still hold?' },
  none: { zh: '还没有保存收据。', en: 'None is kept yet.' },
  list: { zh: '决定收据', en: 'Receipts' },
  on: { zh: '决定日', en: 'Decided for' },
  total: { zh: '合计', en: 'Total' },
  pack: { zh: '规则包', en: 'Rules' },
  verdict: { zh: '核验', en: 'Verified now' },
  files: { zh: '文件', en: 'Files' },
  receipt: { zh: '收据', en: 'receipt' },
  facts: { zh: '事实', en: 'facts' },
  holds: { zh: '每一部分都对得上', en: 'every part holds' },
  open: { zh: '对得上的都对；有的部分无法比对', en: 'nothing differs; some parts cannot be compared' },
  differs: { zh: '有不一致', en: 'something differs' },
  bring: { zh: '保存一份已有的收据', en: 'Keep a receipt you have' },
  bringReceipt: { zh: '收据文件', en: 'File of the receipt' },
  bringFacts: { zh: '事实文件', en: 'File of the facts' },
  keep: { zh: '保存', en: 'Keep it' },
  verify: { zh: '怎样核验', en: 'How to verify' },
  done: { kept: { zh: '收据已保存。', en: 'The receipt is kept.' } },
} as const

const Row = ({ kept, home }: { readonly kept: KeptReceipt; readonly home: string }) => {
  const { say, to, language } = useSay()
  const { id, receipt, hasFacts, verdict } = kept
  return (
    <tr>
      <th scope="row" className="date">
        {receipt.on}
      </th>
      <td data-head={say(OWN.total)}>
        <Money yuan={receipt.total} language={language} />
      </td>
      <td data-head={say(OWN.pack)}>
        {receipt.pack.id}{' '}
        <a href={to(editionPath(receipt.pack.hash))}>
          <code>{shortHash(receipt.pack.hash)}</code>
        </a>
      </td>
      <td data-head={say(OWN.verdict)}>{verdict === 'differs' ? <strong>{say(OWN.differs)}</strong> : say(OWN[verdict])}</td>
      <td data-head={say(OWN.files)}>
        <a href={`${home}/receipts/${id}/receipt`}>{say(OWN.receipt)}</a>
        {hasFacts && (
          <>
            {' · '}
            <a href={`${home}/receipts/${id}/facts`}>{say(OWN.facts)}</a>
          </>
        )}
      </td>
    </tr>
  )
}

export default function Receipts() {
  const { enterprise, receipts: list, done } = useLoaderData<typeof loader>()
  const returned = useActionData<typeof action>()
  const { say, to } = useSay()
  return (
    <>
      <DeskHead enterprise={enterprise} title={OWN.title} />
      <Done done={done} texts={OWN.done} />
      {list.length === 0 ? (
        <p>{say(OWN.none)}</p>
      ) : (
        <div className="scroll">
          <table className="rows">
            <caption className="unseen">{say(OWN.list)}</caption>
            <Heads names={[OWN.on, OWN.total, OWN.pack, OWN.verdict, OWN.files].map(say)} />
            <tbody>
              {list.map((kept) => (
                <Row key={kept.id} kept={kept} home={`/desk/${enterprise.uscc}`} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <h2>{say(OWN.bring)}</h2>
      <Form name="keep" returned={returned} files>
        <FileField name="receipt" label={OWN.bringReceipt} accept=".json,application/json" />
        <FileField name="facts" label={OWN.bringFacts} accept=".json,application/json" optional />
        <Submit>{say(OWN.keep)}</Submit>
      </Form>
      <p>
        <a href={to('/verify')}>{say(OWN.verify)}</a>
      </p>
    </>
  )
}

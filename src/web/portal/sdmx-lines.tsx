import type { Text } from '../../core/messages.ts'
import { useSay } from '../language.ts'

const WORDS = {
  title: { zh: '统计部门的格式：SDMX', en: 'As statistical offices exchange data: SDMX' },
  about: {
    zh: '全部指标数据也在 /sdmx，按 SDMX 的 REST 规范（1.x 和 2.x）取用：SDMX-JSON 2.0、1.0，SDMX-CSV 2.0、1.0。带 asOf 就是当时所知的数据；口径不同的数分属不同的序列。',
    en: 'All readings are at /sdmx as well, by the SDMX REST specification (1.x and 2.x): SDMX-JSON 2.0 or 1.0, SDMX-CSV 2.0 or 1.0. With asOf they are as known then; values of different scopes are different series.',
  },
  excel: { zh: 'Excel：数据，自网站，填上面的 CSV 地址', en: 'Excel: Data, From Web, and the CSV address above' },
} as const

const ADDRESSES: readonly (readonly [path: string, means: Text])[] = [
  [
    '/sdmx/structure/dataflow/*/*/*?references=all',
    { zh: '有什么：数据流、结构、代码表', en: 'what there is: flow, structure, code lists' },
  ],
  ['/sdmx/data/dataflow/*/*/*', { zh: '全部数据（SDMX-JSON 2.0）', en: 'all data (SDMX-JSON 2.0)' }],
  ['/sdmx/data/all?format=csv&labels=both', { zh: '全部数据（SDMX-CSV，代码旁写名称）', en: 'all data (SDMX-CSV, names beside ids)' }],
  ['/sdmx/availability/dataflow/*/*/*', { zh: '每一维有哪些值', en: 'which values each dimension has' }],
]

/** How to read the readings from a statistician's tools. `origin`: where the reader finds the site. */
export const SdmxLines = ({ origin }: { readonly origin: string }) => {
  const { say } = useSay()
  const csv = `${origin}/sdmx/data/all?format=csv`
  return (
    <section aria-labelledby="sdmx">
      <h2 id="sdmx">{say(WORDS.title)}</h2>
      <p>{say(WORDS.about)}</p>
      <ul>
        {ADDRESSES.map(([path, means]) => (
          <li key={path}>
            <a href={path}>
              <code>{path}</code>
            </a>{' '}
            {say(means)}
          </li>
        ))}
      </ul>
      <pre className="example">{`# R
d <- read.csv("${csv}")

# Python
import pandas
d = pandas.read_csv("${csv}")`}</pre>
      <p>{say(WORDS.excel)}</p>
    </section>
  )
}

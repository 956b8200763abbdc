import type { Pack } from '../../pack/pack.ts'
import type { ListColumnView } from '../parts/list.tsx'

/** The columns of the enterprises; districts are the pack's. */
export const enterpriseColumns = (pack: Pack): readonly ListColumnView[] => [
  { name: 'uscc', label: { zh: '统一社会信用代码', en: 'Credit code' }, filter: 'text' },
  { name: 'name', label: { zh: '企业', en: 'Enterprise' }, filter: 'text' },
  {
    name: 'district',
    label: { zh: '区', en: 'District' },
    filter: 'choice',
    choices: [...pack.districts.values()].map(({ label }) => ({ value: label.zh, text: label })),
  },
  {
    name: 'synthetic',
    label: { zh: '数据', en: 'Data' },
    filter: 'choice',
    sortable: false,
    choices: [
      { value: 'true', text: { zh: '合成（演示）', en: 'synthetic (demonstration)' } },
      { value: 'false', text: { zh: '登记机关', en: 'from registers' } },
    ],
  },
  { name: 'delivered', label: { zh: '最近一次报送', en: 'Latest delivery' }, filter: 'range', sortable: false },
]

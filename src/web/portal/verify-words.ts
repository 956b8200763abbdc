/** What `/verify` says, in both languages. */
import type { Text } from '../../core/messages.ts'
import type { Verified } from '../../modules/measure/index.ts'

export const WORDS = {
  title: { zh: '这份决定是真的吗？没被改过吗？', en: 'Is this decision genuine? Was it changed?' },
  lead: {
    zh: '把收据放进来，系统当面重新计算：哪些部分一致，哪一部分不同。什么也不保存。',
    en: 'Put in a receipt, and it is computed again in front of you: what holds, and which part differs. Nothing is kept.',
  },
  receipt: { zh: '收据（决定或全量运行的）', en: 'The receipt, of a decision or of lines of a mass run' },
  receiptHint: {
    zh: '选择文件，或把全文粘贴在下面。文件要逐字节原样。',
    en: 'Choose the file, or paste all of it below. The file has to be as it was, byte for byte.',
  },
  facts: { zh: '收据旁边的事实文件（可以不给）', en: 'The facts file beside it (optional)' },
  factsHint: {
    zh: '给了才能重新计算结果。它只用于这一次计算；不想交给任何人，就在自己的电脑上核验，见下。',
    en: 'Needed to compute results again. It is used for this one computation; to show it to nobody, verify on your own computer, see below.',
  },
  paste: { zh: '或粘贴', en: 'or paste' },
  verify: { zh: '核验', en: 'Verify' },
  whole: { zh: '全部一致。', en: 'Everything holds.' },
  some: { zh: '看过的部分全部一致。', en: 'Everything that was looked at holds.' },
  differs: { zh: '有 {count} 处不同。', en: '{count} parts differ.' },
  none: { zh: '这不是一份收据。', en: 'This is no receipt.' },
  published: { zh: '这个规则包何时使用、由哪些岗位发布', en: 'When this pack was in force, and which posts published it' },
  noPack: {
    zh: '作出决定的规则包没有在这里发布过，所以条款和结果没有核验。',
    en: 'The pack that decided was never published here, so rules and results were not verified.',
  },
  noFacts: { zh: '没有给出事实，所以结果没有重新计算。', en: 'No facts were given, so results were not computed again.' },
  lines: {
    zh: '运行的根是 {root}。请与公布的根对照：一致，这些行就没有被改过。',
    en: 'The root of the run is {root}. Compare it with the root that was published: if they are the same, these lines were not changed.',
  },
  printed: {
    zh: '收据的哈希是 {hash}。请与印在决定上的对照：能重写整份文件的人也能写出自洽的文件。',
    en: 'The hash of the receipt is {hash}. Compare it with the one printed on the decision: whoever can rewrite the whole file can make another that is consistent in itself.',
  },
  part: { zh: '部分', en: 'Part' },
  outcome: { zh: '核验', en: 'Verified' },
  holds: { zh: '一致', en: 'holds' },
  wrong: { zh: '不同', en: 'differs' },
  open: { zh: '未核验', en: 'not verified' },
  stated: { zh: '收据上', en: 'stated' },
  found: { zh: '重新算', en: 'found' },
  decided: {
    zh: '决定日 {on}，按 {known} 已公布的规定，规则包 {pack}，程序 {engine}',
    en: 'Decided on {on}, by the law as known on {known}, pack {pack}, program {engine}',
  },
  offline: { zh: '在没有策行的电脑上核验', en: 'Verify on a computer without Planwright' },
  offlineText: {
    zh: '两个程序各只有一个文件，不用我们的任何东西；算法写在文件开头，任何人都可以再写一个。',
    en: 'Two programs, one file each, that use nothing of ours; how they compute stands at their head, so that anybody can write a third.',
  },
  missing: { zh: '请先放进一份收据。', en: 'Put in a receipt first.' },
} as const

export const PARTS: Readonly<Record<Verified['part'], Text>> = {
  form: { zh: '文件逐字节是一份收据', en: 'The file is a receipt, byte for byte' },
  hash: { zh: '收据自身的哈希', en: 'The receipt’s own hash' },
  pack: { zh: '规则包', en: 'The pack' },
  engine: { zh: '计算程序', en: 'The program' },
  rule: { zh: '条款文件', en: 'Files of measures' },
  parameters: { zh: '当日参数', en: 'Parameters of the day' },
  fact: { zh: '事实', en: 'Facts' },
  result: { zh: '结果', en: 'Results' },
  total: { zh: '合计', en: 'The total' },
  line: { zh: '运行中的行', en: 'Lines of the run' },
}

import { catalogue } from '../../core/messages.ts'
import { failing } from '../../kernel/failure.ts'

export const messages = catalogue({
  'measure.unknown': {
    kind: 'unknown',
    zh: '没有措施“{measure}”。全部措施见 /measures。',
    en: 'There is no measure "{measure}". All of them are at /measures.',
  },
  'measure.version-unknown': {
    kind: 'unknown',
    zh: '版本 {hash} 里没有措施“{measure}”。它的各个版本见 /measures/{measure}/versions。',
    en: 'Version {hash} has no measure "{measure}". Its versions are at /measures/{measure}/versions.',
  },
  'measure.version-single': {
    kind: 'unknown',
    zh: '措施“{measure}”只有一个版本，没有可以比较的。',
    en: 'There is only one version of the measure "{measure}", so nothing to compare.',
  },
  'measure.document-unknown': {
    kind: 'unknown',
    zh: '没有文件“{document}”。全部文件见 /documents。',
    en: 'There is no document "{document}". All of them are at /documents.',
  },
  'measure.day': { kind: 'invalid', zh: '“{day}”不是日期，请写作 2023-06-30。', en: '"{day}" is no date; write 2023-06-30.' },
  'measure.area-unknown': {
    kind: 'invalid',
    zh: '没有名为“{area}”的区、市或省。',
    en: 'There is no district, city or province called "{area}".',
  },
  'measure.task-unknown': { kind: 'invalid', zh: '规划里没有任务“{task}”。', en: 'The plan has no task "{task}".' },
  'measure.rules-unknown': {
    kind: 'unknown',
    zh: '没有发布过哈希为 {hash} 的规则包。',
    en: 'No pack with the hash {hash} was published here.',
  },
  'measure.opened': {
    kind: 'invalid',
    zh: '第二份文件不是收据旁边的事实文件。',
    en: 'The second file is not the facts file of a receipt.',
  },
  'measure.row': {
    kind: 'invalid',
    zh: '这不是运行结果的一行：{part} 不对。一行写作 enterprise,measure,status,fen,mask，例如 E1,research-subsidy,undetermined,,2；只有 eligible 有 fen。',
    en: 'This is no line of a run: its {part} is wrong. A line reads enterprise,measure,status,fen,mask, such as E1,research-subsidy,undetermined,,2; only eligible has fen.',
  },
  'measure.facts': { kind: 'invalid', zh: '有 {count} 个事实填得不对。', en: '{count} facts do not fit.' },
})
export const fail = failing(messages)

import { catalogue } from '../../core/messages.ts'
import { failing } from '../../kernel/failure.ts'

export const messages = catalogue({
  'plan.indicator-unknown': {
    kind: 'unknown',
    zh: '没有指标“{indicator}”。全部指标见 /plan。',
    en: 'There is no indicator "{indicator}". All of them are at /plan.',
  },
  'plan.document-unknown': {
    kind: 'unknown',
    zh: '没有文件“{document}”。全部文件见 /documents。',
    en: 'There is no document "{document}". All of them are at /documents.',
  },
  'plan.no-such-file': {
    kind: 'unknown',
    zh: '没有可以下载的文件“{file}”。能下载的都列在 /data。',
    en: 'There is no file "{file}" to download. All there are stand at /data.',
  },
  'plan.day': { kind: 'invalid', zh: '“{day}”不是日期，请写作 2023-06-30。', en: '"{day}" is no date; write 2023-06-30.' },
})
export const fail = failing(messages)

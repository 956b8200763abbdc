import { catalogue } from '../../core/messages.ts'
import { failing } from '../../kernel/failure.ts'

export const messages = catalogue({
  'edition.none': {
    kind: 'unavailable',
    zh: '还没有载入任何包。请运行 planwright load。',
    en: 'No pack has been loaded yet. Run planwright load.',
  },
  'edition.findings': {
    kind: 'invalid',
    zh: '这个包有 {count} 个错误，没有载入；原来的包继续有效。',
    en: 'This pack has {count} errors and was not loaded; the earlier one stays in service.',
  },
})
export const fail = failing(messages)

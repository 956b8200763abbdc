import { catalogue } from '../../core/messages.ts'
import { failing } from '../../kernel/failure.ts'

export const messages = catalogue({
  'edition.none': {
    kind: 'unavailable',
    zh: '还没有载入任何包。请运行 planwright load。',
    en: 'No pack has been loaded yet. Run planwright load.',
  },
  'edition.unknown': {
    kind: 'unknown',
    zh: '没有发布过哈希以 {hash} 开头的包，或不止一个。全部版本见 /api/v1/packs。',
    en: 'No pack whose hash begins with {hash} was published here, or more than one. All are listed at /api/v1/packs.',
  },
  'edition.outdated': {
    kind: 'unavailable',
    zh: '在用的包 {hash} 不再通过程序更新后的检查，暂时不能使用，数据没有丢失。请管理员用 planwright check 查明原因，修正后运行 planwright load。',
    en: 'The pack in service ({hash}) no longer passes the check of the updated program and cannot be used for now; nothing was lost. The administrator finds the reason with planwright check, then runs planwright load.',
  },
  'edition.findings': {
    kind: 'invalid',
    zh: '这个包有 {count} 个错误，没有载入；原来的包继续有效。',
    en: 'This pack has {count} errors and was not loaded; the earlier one stays in service.',
  },
})
export const fail = failing(messages)

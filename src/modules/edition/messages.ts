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
  'edition.nothing': {
    kind: 'invalid',
    zh: '这里没有数据包的文件（.md、.csv、.json）。',
    en: 'There is no file of a pack here (.md, .csv, .json).',
  },
  'edition.unchanged': {
    kind: 'refused',
    zh: '这些文本与在用的包完全相同，没有可提议的。',
    en: 'These texts are those of the pack in service; there is nothing to propose.',
  },
  'edition.proposed-already': {
    kind: 'conflict',
    zh: '同样的文本已经有人提议，还没有决定。请到那份提议里办理。',
    en: 'The same texts are proposed already and not decided yet. Go on with that proposal.',
  },
  'edition.proposal-unknown': {
    kind: 'unknown',
    zh: '没有这份提议。全部提议见“数据包”。',
    en: 'There is no such proposal. All are listed under "Packs".',
  },
  'edition.proposal-closed': {
    kind: 'conflict',
    zh: '这份提议已经发布或撤回，不能再改。',
    en: 'This proposal was published or withdrawn and does not change any more.',
  },
  'edition.same-person': {
    kind: 'refused',
    zh: '这份提议由您提出，须由另一人发布。',
    en: 'You made this proposal; somebody else must publish it.',
  },
  'edition.moved': {
    kind: 'conflict',
    zh: '比较之后，在用的包已经换了。请重新比较，看过不同之处再发布。',
    en: 'Another pack is in service since the comparison. Compare again and look at the differences before publishing.',
  },
})
export const fail = failing(messages)

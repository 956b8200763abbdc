export const WORDS = {
  title: { zh: '我的密钥', en: 'My keys' },
  lead: {
    zh: '密钥让程序以您的名义使用接口（Authorization: Bearer）。它能做的，从不超过您自己此刻能做的。',
    en: 'With a key, a program uses the API in your name (Authorization: Bearer). It can never do more than you yourself can at that moment.',
  },
  none: { zh: '还没有密钥。', en: 'There is no key yet.' },
  new: { zh: '新建密钥', en: 'Make a key' },
  name: { zh: '名称', en: 'Name' },
  nameHint: { zh: '如用它的程序的名字', en: 'such as that of the program that will use it' },
  uses: { zh: '可以做', en: 'It may' },
  usesHint: { zh: '公开的接口不需要密钥，不在此列。', en: 'What is public needs no key and is not listed.' },
  expiresOn: { zh: '最后一天', en: 'Last day' },
  expiresHint: { zh: '最晚 {last}', en: '{last} at the latest' },
  made: { zh: '密钥已建好', en: 'The key is made' },
  madeLead: {
    zh: '“{name}”只显示这一次，请现在就存进程序的设置。丢失了只能撤销再建。',
    en: '"{name}" is shown this once: put it into the settings of the program now. A lost key can only be revoked and replaced.',
  },
  state: { zh: '状态', en: 'State' },
  used: { zh: '上次使用', en: 'Last used' },
  never: { zh: '尚未使用', en: 'never' },
  live: { zh: '有效至 {on}', en: 'works until {on}' },
  expired: { zh: '已于 {on} 到期', en: 'expired on {on}' },
  revoked: { zh: '已撤销', en: 'revoked' },
  revoke: { zh: '撤销', en: 'Revoke' },
  revokeAsk: { zh: '撤销这个密钥', en: 'Revoke this key' },
  revokeLead: { zh: '用它的程序立即不能再用接口。撤销不能收回。', en: 'Programs that use it are shut out at once. This cannot be undone.' },
  back: { zh: '回到我的密钥', en: 'Back to my keys' },
} as const

export const DONE = { revoked: { zh: '密钥已撤销。', en: 'The key was revoked.' } } as const

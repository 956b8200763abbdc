export const WORDS = {
  title: { zh: '第二重验证', en: 'Second factor' },
  lead: {
    zh: '密码之外，再由手机应用或通行密钥确认是您。有了第二重验证，只知道密码的人进不来。',
    en: 'Beside the password, an app on your phone or a passkey makes sure that it is you. Whoever only knows the password then stays outside.',
  },
  wanted: {
    zh: '您的岗位“{posts}”要求第二重验证。设置之后，这些岗位才生效。',
    en: 'Your posts "{posts}" ask for a second factor. They count once one is set up.',
  },
  app: { zh: '验证器应用', en: 'Authenticator app' },
  appSet: { zh: '已于 {on} 设置。', en: 'Set up on {on}.' },
  appHow: {
    zh: '用验证器应用（任何支持 TOTP 的应用）扫描这张图，或输入下面的密钥；再填写应用显示的六位数字。',
    en: 'Scan the picture with an authenticator app (any that does TOTP), or type the secret below it; then enter the six digits that the app shows.',
  },
  picture: { zh: '验证器应用的二维码', en: 'QR code for an authenticator app' },
  secret: { zh: '密钥', en: 'Secret' },
  code: { zh: '验证码', en: 'Code' },
  codeHint: { zh: '应用现在显示的六位数字', en: 'the six digits that the app shows now' },
  setUp: { zh: '设置', en: 'Set up' },
  remove: { zh: '移除', en: 'Remove' },
  removeApp: { zh: '移除验证器应用', en: 'Remove the authenticator app' },
  removeKey: { zh: '移除“{name}”', en: 'Remove "{name}"' },
  passkeys: { zh: '通行密钥', en: 'Passkeys' },
  passkeysHow: {
    zh: '由这台设备、手机或安全密钥保管，用指纹、面容或 PIN 确认。有了它，也可以不用密码登录。',
    en: 'Kept by this device, a phone or a security key, and confirmed by fingerprint, face or PIN. With one you can also sign in without a password.',
  },
  name: { zh: '名称', en: 'Name' },
  nameHint: { zh: '如“办公室电脑”', en: 'such as "office computer"' },
  rename: { zh: '改名', en: 'Rename' },
  addPasskey: { zh: '登记一个通行密钥', en: 'Register a passkey' },
  added: { zh: '登记于 {on}', en: 'registered {on}' },
  used: { zh: '上次使用 {on}', en: 'last used {on}' },
  unused: { zh: '尚未使用', en: 'not used yet' },
  synced: { zh: '在设备间同步', en: 'synced between devices' },
  codes: { zh: '恢复码', en: 'Recovery codes' },
  codesLeft: {
    zh: '还有 {count} 个没有用过。手机或密钥不在身边时，一个恢复码代替一次。',
    en: '{count} are unused. Without phone or key, one code stands in for it once.',
  },
  newCodes: { zh: '另换十个恢复码', en: 'Replace them by ten new ones' },
  newCodesAsk: { zh: '旧的恢复码立即失效。', en: 'The old ones stop working at once.' },
  shown: { zh: '您的恢复码', en: 'Your recovery codes' },
  shownLead: {
    zh: '只显示这一次。请打印或抄下来，放在安全的地方；每个只能用一次。',
    en: 'They are shown this once. Print them or write them down, and keep them in a safe place; each works once.',
  },
  goOn: { zh: '已保存，继续', en: 'I have kept them; go on' },
} as const

export const DONE = {
  'totp-removed': { zh: '验证器应用已移除。', en: 'The authenticator app was removed.' },
  'totp-added': { zh: '验证器应用已设置。', en: 'The authenticator app is set up.' },
  'passkey-added': { zh: '通行密钥已登记。', en: 'The passkey is registered.' },
  'passkey-renamed': { zh: '通行密钥已改名。', en: 'The passkey was renamed.' },
  'passkey-removed': { zh: '通行密钥已移除。', en: 'The passkey was removed.' },
} as const

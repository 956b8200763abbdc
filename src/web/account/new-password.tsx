/** The two fields of a new password, and what is asked of one. */
import { TextField } from '../parts/form.tsx'

const WORDS = {
  password: { zh: '新密码', en: 'New password' },
  hint: {
    zh: '至少 12 个字符，不要求大小写、数字或符号；几个不相干的词连起来就好记又难猜。',
    en: 'At least 12 characters; capitals, digits or signs are not asked for. A few words that have nothing to do with each other are easy to remember and hard to guess.',
  },
  again: { zh: '再输入一次新密码', en: 'The new password once more' },
} as const

export const NewPassword = () => (
  <>
    <TextField name="password" label={WORDS.password} hint={WORDS.hint} type="password" autoComplete="new-password" />
    <TextField name="password-again" label={WORDS.again} type="password" autoComplete="new-password" />
  </>
)

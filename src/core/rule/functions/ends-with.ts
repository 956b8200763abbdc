import { textTest } from './text-test.ts'

export const endsWith = textTest(
  'ends with',
  (text, part) => ({ zh: `${text} 以“${part}”结尾`, en: `${text} ends with “${part}”` }),
  (text, part) => text.endsWith(part),
)

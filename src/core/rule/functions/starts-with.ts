import { textTest } from './text-test.ts'

export const startsWith = textTest(
  'starts with',
  (text, part) => ({ zh: `${text} 以“${part}”开头`, en: `${text} starts with “${part}”` }),
  (text, part) => text.startsWith(part),
)

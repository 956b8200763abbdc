import { textTest } from './text-test.ts'

export const contains = textTest(
  'contains',
  (text, part) => ({ zh: `${text} 含有“${part}”`, en: `${text} contains “${part}”` }),
  (text, part) => text.includes(part),
)

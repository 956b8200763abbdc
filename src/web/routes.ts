/** The address book as React Router wants it: every page once in Chinese and once, below /en, in English. */
import { type RouteConfig, route } from '@react-router/dev/routes'
import { files, pages } from './addresses.ts'

export default [
  ...['', 'en/'].flatMap((prefix) => pages.map(({ path, file }) => route(`${prefix}${path}`, file, { id: `${prefix}${path || 'home'}` }))),
  ...files.map(({ path, file }) => route(path, file)),
  route('*', 'portal/nowhere.tsx'),
] satisfies RouteConfig

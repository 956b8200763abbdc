/** The address book: every page once in Chinese and once, below /en, in English. */
import { type RouteConfig, type RouteConfigEntry, route } from '@react-router/dev/routes'

const pages: readonly (readonly [path: string, file: string])[] = [
  ['', 'portal/home.tsx'],
  ['plan', 'portal/plan.tsx'],
  ['plan/:indicator', 'portal/indicator.tsx'],
  ['measures', 'portal/measures.tsx'],
  ['measures/:id', 'portal/measure.tsx'],
  ['measures/:id/versions', 'portal/versions.tsx'],
  ['measures/:id/versions/:pair', 'portal/version-difference.tsx'],
  ['check', 'portal/check.tsx'],
  ['explain', 'portal/explain.tsx'],
  ['lab', 'portal/lab.tsx'],
  ['verify', 'portal/verify.tsx'],
  ['documents', 'portal/documents.tsx'],
  ['documents/:id', 'portal/document.tsx'],
  ['data', 'portal/data.tsx'],
  ['api', 'portal/api.tsx'],
]
const download = (prefix: string): RouteConfigEntry => route(`${prefix}data/*`, 'portal/download.ts', { id: `${prefix}download` })

export default [
  ...['', 'en/'].flatMap((prefix) => [
    ...pages.map(([path, file]) => route(`${prefix}${path}`, file, { id: `${prefix}${path || 'home'}` })),
    download(prefix),
  ]),
  route('rules/:hash/:id?', 'portal/rules.ts'),
  route('lab/answer', 'portal/lab-json.ts'),
  route('lab/result.csv', 'portal/lab-csv.ts'),
  route('*', 'portal/nowhere.tsx'),
] satisfies RouteConfig

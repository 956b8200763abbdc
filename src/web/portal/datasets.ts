/** The data of the site as schema.org describes datasets, for search engines and catalogues of open data. */
import type { Language, Text } from '../../core/messages.ts'
import type { IndicatorView } from './indicator-view.ts'

/** What every dataset here has in common. `origin`: where readers find the site; `licence`: by its SPDX name. */
export type About = {
  readonly origin: string
  readonly title: Text
  readonly city: Text
  readonly version: string
  readonly licence: string
  readonly synthetic: boolean
}

const INVENTED: Text = {
  zh: '这个城市和它的数据都是虚构的，仅供演示和测试。',
  en: 'The city and its data are invented, for demonstrations and tests.',
}
const PUBLISHER = { '@type': 'Organization', name: '策行 Planwright' } as const

/** An address of the site in the language of the page. */
const addressIn = (origin: string, path: string, language: Language): string => `${origin}${language === 'zh' ? '' : '/en'}${path}`
const download = (contentUrl: string, encodingFormat: string, name: string) => ({
  '@type': 'DataDownload',
  name,
  encodingFormat,
  contentUrl,
})

const common = ({ city, version, licence, synthetic }: About, language: Language) => ({
  license: `https://spdx.org/licenses/${encodeURIComponent(licence)}`,
  version,
  isAccessibleForFree: true,
  inLanguage: ['zh-CN', 'en'],
  creator: PUBLISHER,
  publisher: PUBLISHER,
  spatialCoverage: { '@type': 'Place', name: city[language] },
  ...(synthetic ? { keywords: ['synthetic', '虚构'] } : {}),
})
const catalogue = (about: About, language: Language) => ({
  '@type': 'DataCatalog',
  name: about.title[language],
  url: addressIn(about.origin, '/data', language),
})
const described = ({ synthetic }: About, language: Language, ...sentences: readonly string[]): string =>
  [...(synthetic ? [INVENTED[language]] : []), ...sentences].join(language === 'zh' ? '' : ' ')

/** The first and the last year of periods, as ISO 8601 has intervals; undefined where there is none. */
const coverageOf = (periods: readonly string[]): string | undefined => {
  const years = periods.flatMap((period) => period.match(/\d{4}/g) ?? []).sort()
  return years.length === 0 ? undefined : `${years[0]}/${years.at(-1)}`
}

/** The page of all data: the catalogue, and everything in it as one dataset. */
export const siteDataset = (
  about: About,
  page: { readonly latestReading: string | null; readonly description: string },
  language: Language,
) => ({
  '@context': 'https://schema.org',
  ...catalogue(about, language),
  description: described(about, language, page.description),
  dataset: {
    '@type': 'Dataset',
    name: about.title[language],
    description: described(about, language, page.description),
    url: addressIn(about.origin, '/data', language),
    ...common(about, language),
    ...(page.latestReading ? { dateModified: page.latestReading } : {}),
    distribution: [
      download(addressIn(about.origin, '/data/published.datapackage.json', language), 'application/json', 'Data Package 2.0'),
      download(`${about.origin}/sdmx/data/all`, 'application/vnd.sdmx.data+json;version=2.0.0', 'SDMX-JSON 2.0'),
      download(`${about.origin}/sdmx/data/all?format=csv`, 'application/vnd.sdmx.data+csv;version=2.0.0', 'SDMX-CSV 2.0'),
    ],
  },
})

const COUNTED = {
  zh: (readings: number, scopes: number) =>
    `共 ${readings} 个数、${scopes} 种口径，每个数写明来源和公布日；口径不同的数不能相比。可下载为 CSV、JSON 和 SDMX，不用登录。`,
  en: (readings: number, scopes: number) =>
    `${readings} ${readings === 1 ? 'value' : 'values'} of ${scopes} ${scopes === 1 ? 'scope' : 'scopes'}, each with its source and the day it was published; values of different scopes do not compare. To download as CSV, JSON and SDMX, without an account.`,
} as const

/** The page of an indicator as a dataset: every reading of it, and the sources it is based on. Null where there is no reading: no data are claimed. */
export const indicatorDataset = (about: About, view: IndicatorView, language: Language) => {
  if (view.readings.length === 0) return null
  const { origin } = about
  const sources = new Map(view.readings.flatMap(({ source }) => (source ? [[source.id, source] as const] : [])))
  const scopes = new Set(view.readings.map(({ series }) => series)).size
  const published = view.readings.flatMap(({ published: day }) => (day ? [day] : [])).sort()
  const coverage = coverageOf(view.readings.map(({ period }) => period.en))
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: `${about.city[language]}${language === 'zh' ? '：' : ': '}${view.name[language]}`,
    description: described(about, language, view.definition[language], COUNTED[language](view.readings.length, scopes)),
    url: addressIn(origin, `/plan/${view.id}`, language),
    identifier: view.id,
    ...common(about, language),
    ...(published.length > 0 ? { dateModified: published.at(-1) } : {}),
    ...(coverage ? { temporalCoverage: coverage } : {}),
    variableMeasured: {
      '@type': 'PropertyValue',
      name: view.name[language],
      ...(view.unit[language] ? { unitText: view.unit[language] } : {}),
    },
    measurementTechnique: view.definition[language],
    includedInDataCatalog: catalogue(about, language),
    isBasedOn: [...sources.values()].map(({ title, publisher, date, address }) => ({
      '@type': 'CreativeWork',
      name: title,
      ...(publisher ? { publisher: { '@type': 'Organization', name: publisher } } : {}),
      ...(date ? { datePublished: date } : {}),
      ...(address ? { url: address } : {}),
    })),
    distribution: [
      download(`${addressIn(origin, '/data/readings.sourced.csv', language)}?indicator=${view.id}`, 'text/csv', 'CSV'),
      download(`${origin}/api/v1/indicators/${view.id}`, 'application/json', 'JSON'),
      download(`${origin}/sdmx/data/all/${view.id}..`, 'application/vnd.sdmx.data+json;version=2.0.0', 'SDMX-JSON 2.0'),
    ],
  }
}

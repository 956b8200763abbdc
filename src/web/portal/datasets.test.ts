import { describe, expect, it } from 'vitest'
import { freshApp } from '../../../test/site.ts'
import { dataPage, indicatorPage, indicators } from '../../modules/plan/index.ts'
import { type About, indicatorDataset, siteDataset } from './datasets.ts'
import { indicatorView } from './indicator-view.ts'

const visitor = { kind: 'visitor' } as const
type Statement = Readonly<Record<string, unknown>>

/** What search engines for data ask of a dataset: what must be there, and what must have a form where it is there. */
const faultsOf = (dataset: Statement): readonly string[] => {
  const faults: string[] = []
  const text = (key: string): string => (typeof dataset[key] === 'string' ? (dataset[key] as string) : '')
  if (dataset['@type'] !== 'Dataset') faults.push('is a Dataset')
  if (text('name') === '') faults.push('has a name')
  if (text('description').length < 50 || text('description').length > 5000)
    faults.push(`is described in 50 to 5,000 characters: ${text('description')}`)
  for (const key of ['url', 'license']) if (!URL.canParse(text(key))) faults.push(`${key} is an address`)
  if (dataset.temporalCoverage !== undefined && !/^\d{4}\/\d{4}$/.test(text('temporalCoverage'))) faults.push('covers years')
  if (dataset.dateModified !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(text('dateModified'))) faults.push('was modified on a day')
  for (const each of (dataset.distribution ?? []) as readonly Statement[])
    if (each['@type'] !== 'DataDownload' || !URL.canParse(String(each.contentUrl)) || !each.encodingFormat)
      faults.push('is distributed as downloads')
  return faults
}

describe.each(['wuhan', 'xincheng'] as const)('the datasets of %s', async (name) => {
  const { app } = await freshApp(name, '2026-06-30T04:00:00Z')
  const { pack, ...page } = await app.perform(visitor, dataPage, {})
  const about: About = { origin: 'https://plan.example', ...pack, licence: pack.licence }

  it.each(['zh', 'en'] as const)('have what search engines for data ask for, in %s', async (language) => {
    const all = await app.perform(visitor, indicators, {})
    for (const { id } of all) {
      const dataset = indicatorDataset(about, indicatorView(await app.perform(visitor, indicatorPage, { id })), language)
      if (dataset) expect([id, faultsOf(dataset)]).toEqual([id, []])
    }
    const catalogue = siteDataset(
      about,
      { ...page, description: 'Every file of the plan can be downloaded, and every table with its sources.' },
      language,
    )
    expect(catalogue).toMatchObject({ '@context': 'https://schema.org', '@type': 'DataCatalog' })
    expect(faultsOf(catalogue.dataset)).toEqual([])
  })

  it('say when they are invented, and claim no data where there are none', async () => {
    const [first] = await app.perform(visitor, indicators, {})
    const view = indicatorView(await app.perform(visitor, indicatorPage, { id: first?.id ?? '' }))
    expect(indicatorDataset(about, view, 'en')?.description.startsWith('The city and its data are invented')).toBe(name === 'xincheng')
    expect(indicatorDataset(about, { ...view, readings: [] }, 'en')).toBeNull()
  })
})

/** Observations as SDMX-JSON data messages: 2.0, and 1.0 for clients that ask for it. */
import type { Pack } from '../../../../pack/pack.ts'
import { type Head, metaOf, named, titleOf, urn } from './message.ts'
import type { Observation } from './observations.ts'
import { placed, type Selection } from './query.ts'
import { COMPONENTS, type Component, codeListsOf, TIME, VALUE } from './vocabulary.ts'

const SCHEMAS = 'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas'

/** A decimal as the number it is, digit for digit: `178.50` keeps its last place. */
const numeral = (text: string): unknown => {
  const plain = /^(-?)0*(\d+(?:\.\d+)?)$/.exec(text)
  return plain ? (JSON as unknown as { rawJSON: (text: string) => unknown }).rawJSON(`${plain[1]}${plain[2]}`) : text
}

/** Distinct values of a component in the order they come in, each known by its place. */
const indexOf = (component: Component, observations: readonly Observation[]) => {
  const places = new Map<string, number>()
  for (const { cells } of observations) {
    const text = cells[component.id] ?? ''
    if (text !== '' && !places.has(text)) places.set(text, places.size)
  }
  return {
    component,
    texts: [...places.keys()],
    at: ({ cells }: Observation): number | null => places.get(cells[component.id] ?? '') ?? null,
  }
}
type Index = ReturnType<typeof indexOf>

type Laid = {
  readonly dimensions: { readonly series: readonly Index[]; readonly observation: readonly Index[] }
  readonly attributes: { readonly dataSet: readonly Index[]; readonly series: readonly Index[]; readonly observation: readonly Index[] }
}

/** Attributes that nothing is said of are left out. */
const laidOut = (selection: Selection): Laid => {
  const { dimensions, attributes } = placed(selection)
  const { observations } = selection
  const index = (components: readonly Component[]): readonly Index[] => components.map((each) => indexOf(each, observations))
  const said = (components: readonly Component[]): readonly Index[] => index(components).filter(({ texts }) => texts.length > 0)
  return {
    dimensions: { series: index(dimensions.series), observation: index(dimensions.observation) },
    attributes: {
      dataSet: said(attributes.dataSet),
      series: said(attributes.series),
      observation: selection.hasObservations ? said(attributes.observation) : [],
    },
  }
}

const keyOf = (indexes: readonly Index[], observation: Observation): string => indexes.map((each) => each.at(observation)).join(':')

const dataSetOf = (selection: Selection, { dimensions, attributes }: Laid) => {
  const { observations, at } = selection
  const told = (own: readonly Observation[]) =>
    Object.fromEntries(
      own.map((each) => [
        keyOf(dimensions.observation, each),
        [
          ...(selection.hasValues ? [numeral(each.cells[VALUE] ?? '')] : []),
          ...attributes.observation.map((attribute) => attribute.at(each)),
        ],
      ]),
    )
  const [one] = observations
  const all = { action: 'Information', attributes: one ? attributes.dataSet.map((each) => each.at(one)) : [] }
  if (at === null) return { ...all, observations: told(observations) }
  const series = Map.groupBy(observations, (each) => keyOf(dimensions.series, each))
  return {
    ...all,
    series: Object.fromEntries(
      [...series].map(([key, own]) => [
        key,
        {
          attributes: attributes.series.map((each) => each.at(own[0]!)),
          ...(selection.hasObservations ? { observations: told(own) } : {}),
        },
      ]),
    ),
  }
}

/** Dimensions whose part is the same in everybody's data. */
const ROLES: ReadonlySet<string> = new Set(['FREQ', TIME])
const codeNames = (pack: Pack, list: string, code: string) => codeListsOf(pack).get(list)?.codes.get(code) ?? { zh: code, en: code }
const position = ({ id }: Component): number => COMPONENTS.findIndex((each) => each.id === id)

const relationshipOf = ({ of }: Component) =>
  of === 'dataflow' ? { dataflow: {} } : of === 'observation' ? { observation: {} } : { dimensions: of }

/** SDMX-JSON 2.0. */
export const dataMessage = (head: Head, selection: Selection) => {
  const { pack, language } = head
  const laid = laidOut(selection)
  const valuesOf = ({ component, texts }: Index) =>
    texts.map((text) =>
      component.list === null
        ? { value: component.type === 'Boolean' ? text === 'true' : text }
        : { id: text, ...named(codeNames(pack, component.list, text), language) },
    )
  const dimension = (each: Index) => ({
    id: each.component.id,
    ...named(each.component.name, language),
    keyPosition: position(each.component),
    ...(ROLES.has(each.component.id) ? { roles: [each.component.id] } : {}),
    values: valuesOf(each),
  })
  const attribute = (each: Index) => ({
    id: each.component.id,
    ...named(each.component.name, language),
    relationship: relationshipOf(each.component),
    values: valuesOf(each),
  })
  const measure = COMPONENTS.filter(({ role }) => role === 'measure').map(({ id, name, type }) => ({
    id,
    ...named(name, language),
    roles: [VALUE],
    format: { dataType: type },
  }))
  const data = {
    structures: [
      {
        links: [
          { rel: 'dataflow', urn: urn.flow(pack) },
          { rel: 'datastructure', urn: urn.structure() },
        ],
        ...named(titleOf(pack), language),
        dimensions: {
          dataSet: [],
          series: laid.dimensions.series.map(dimension),
          observation: selection.hasObservations ? laid.dimensions.observation.map(dimension) : [],
        },
        measures: { observation: selection.hasValues ? measure : [] },
        attributes: {
          dataSet: laid.attributes.dataSet.map(attribute),
          dimensionGroup: [],
          series: laid.attributes.series.map(attribute),
          observation: laid.attributes.observation.map(attribute),
        },
        dataSets: [0],
      },
    ],
    dataSets: [{ structure: 0, links: [{ rel: 'dataflow', urn: urn.flow(pack) }], ...dataSetOf(selection, laid) }],
  }
  return { meta: metaOf(head, `${SCHEMAS}/2.0.0/sdmx-json-data-schema.json`), data, errors: [] }
}

/** An id holds no slash; ISO 8601 has two hyphens where it may not. */
const idOf = (text: string): string => text.replace('/', '--')

/** SDMX-JSON 1.0, which has one language and ids for periods. */
export const dataMessage1 = (head: Head, selection: Selection) => {
  const { pack, language } = head
  const laid = laidOut(selection)
  const nameOf = (list: string, code: string): string => named(codeNames(pack, list, code), language).name
  const dimension = ({ component, texts }: Index) => ({
    id: component.id,
    name: component.name[language],
    keyPosition: position(component),
    ...(ROLES.has(component.id) ? { role: component.id } : {}),
    values: texts.map((text) => ({ id: idOf(text), name: component.list === null ? text : nameOf(component.list, text) })),
  })
  const attribute = ({ component, texts }: Index) => ({
    id: component.id,
    name: component.name[language],
    values: texts.map((text) => (component.list === null ? { name: text } : { id: text, name: nameOf(component.list, text) })),
  })
  const data = {
    structure: {
      links: [{ rel: 'dataflow', href: urn.flow(pack) }],
      name: named(titleOf(pack), language).name,
      dimensions: {
        dataSet: [],
        series: laid.dimensions.series.map(dimension),
        observation: selection.hasObservations ? laid.dimensions.observation.map(dimension) : [],
      },
      attributes: {
        dataSet: laid.attributes.dataSet.map(attribute),
        series: laid.attributes.series.map(attribute),
        observation: laid.attributes.observation.map(attribute),
      },
    },
    dataSets: [dataSetOf(selection, laid)],
  }
  return { meta: metaOf(head, `${SCHEMAS}/1.0/sdmx-json-data-schema.json`), data, errors: [] }
}

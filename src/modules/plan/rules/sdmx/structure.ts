/** The structure of the data as SDMX-JSON structure messages 2.0: the flow, its data structure, concepts, code lists, and what there is to ask for. */
import { described, type Head, metaOf, named, titleOf, urn } from './message.ts'
import type { Observation } from './observations.ts'
import { AGENCY, COMPONENTS, CONCEPTS, type Component, codeListsOf, DIMENSIONS, flowOf, STRUCTURE, TIME, VERSION } from './vocabulary.ts'

const SCHEMA =
  'https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json'

export const STRUCTURE_TYPES = ['dataflow', 'datastructure', 'conceptscheme', 'codelist'] as const
export type StructureType = (typeof STRUCTURE_TYPES)[number]
/** What a message calls its lists of each type. */
const LISTED = { dataflow: 'dataflows', datastructure: 'dataStructures', conceptscheme: 'conceptSchemes', codelist: 'codelists' } as const

type Artefact = {
  readonly type: StructureType
  readonly id: string
  readonly whole: object
  /** Without what it holds, for clients that want to know what there is. */
  readonly stub: object
  readonly uses: readonly string[]
  /** The same with one item only; null where it has none of that name. */
  readonly part: (item: string) => object | null
}

const relationshipOf = ({ of }: Component) =>
  of === 'dataflow' ? { dataflow: {} } : of === 'observation' ? { observation: {} } : { dimensions: of }

const componentOf = (component: Component) => ({
  id: component.id,
  conceptIdentity: urn.concept(CONCEPTS, component.id),
  localRepresentation: component.list === null ? { format: { dataType: component.type } } : { enumeration: urn.list(component.list) },
})
const attributeOf = (component: Component) => ({
  ...componentOf(component),
  usage: component.list === null && component.id !== 'SYNTHETIC' ? 'optional' : 'mandatory',
  attributeRelationship: relationshipOf(component),
})
const dataStructureComponents = {
  dimensionList: {
    id: 'DimensionDescriptor',
    dimensions: DIMENSIONS.map((each, position) => ({ ...componentOf(each), type: 'Dimension', position })),
    timeDimension: {
      ...componentOf(COMPONENTS.find(({ id }) => id === TIME)!),
      type: 'TimeDimension',
    },
  },
  measureList: { id: 'MeasureDescriptor', measures: COMPONENTS.filter(({ role }) => role === 'measure').map(componentOf) },
  attributeList: { id: 'AttributeDescriptor', attributes: COMPONENTS.filter(({ role }) => role === 'attribute').map(attributeOf) },
}

const artefactsOf = ({ pack, language }: Head): readonly Artefact[] => {
  const own = (id: string, address: string, names: Parameters<typeof named>[0]) => ({
    id,
    agencyID: AGENCY,
    version: VERSION,
    ...named(names, language),
    links: [{ rel: 'self', urn: address }],
  })
  const lists = codeListsOf(pack)
  const flow = own(flowOf(pack), urn.flow(pack), titleOf(pack))
  const structure = own(STRUCTURE, urn.structure(), { zh: '指标数据的结构', en: 'Structure of readings' })
  const scheme = own(CONCEPTS, urn.concepts(CONCEPTS), { zh: '指标数据的概念', en: 'Concepts of readings' })
  const concepts = COMPONENTS.map(({ id, name }) => ({ id, ...named(name, language) }))
  const external = { isExternalReference: true }
  const items = (bare: object, name: string, all: readonly { readonly id: string }[]) => ({
    whole: { ...bare, isPartial: false, [name]: all },
    stub: { ...bare, ...external },
    part: (item: string) => {
      const found = all.filter(({ id }) => id === item)
      return found.length === 0 ? null : { ...bare, isPartial: true, [name]: found }
    },
  })
  const nothing = { part: () => null }
  return [
    {
      type: 'dataflow',
      id: flow.id,
      whole: { ...flow, structure: urn.structure() },
      stub: { ...flow, ...external },
      uses: [STRUCTURE],
      ...nothing,
    },
    {
      type: 'datastructure',
      id: STRUCTURE,
      whole: { ...structure, dataStructureComponents },
      stub: { ...structure, ...external },
      uses: [CONCEPTS, ...lists.keys()],
      ...nothing,
    },
    { type: 'conceptscheme', id: CONCEPTS, uses: [], ...items(scheme, 'concepts', concepts) },
    ...[...lists].map(([id, { name, codes }]): Artefact => {
      const indicators = id === 'CL_INDICATOR' ? pack.indicators : null
      const all = [...codes].map(([code, names]) => {
        const indicator = indicators?.get(code)
        return { id: code, ...named(names, language), ...(indicator ? described(indicator.definition, language) : {}) }
      })
      return { type: 'codelist', id, uses: [], ...items(own(id, urn.list(id), name), 'codes', all) }
    }),
  ]
}

/** What is reached from some artefacts, one step or as far as it goes. */
const reached = (from: readonly Artefact[], step: (each: Artefact) => readonly Artefact[], far: boolean): readonly Artefact[] => {
  const found = new Set(from)
  for (const each of found) if (far || from.includes(each)) for (const next of step(each)) found.add(next)
  return [...found]
}

const related = (all: readonly Artefact[], asked: readonly Artefact[], references: string): readonly Artefact[] | null => {
  const down = (each: Artefact): readonly Artefact[] => all.filter(({ id }) => each.uses.includes(id))
  const up = (each: Artefact): readonly Artefact[] => all.filter(({ uses }) => uses.includes(each.id))
  const everything = reached(reached(asked, down, true), up, true)
  switch (references) {
    case 'none':
      return asked
    case 'children':
      return reached(asked, down, false)
    case 'descendants':
      return reached(asked, down, true)
    case 'parents':
      return reached(asked, up, false)
    case 'ancestors':
      return reached(asked, up, true)
    case 'parentsandsiblings':
      return reached(reached(asked, up, false), down, false)
    case 'all':
      return everything
    default:
      return STRUCTURE_TYPES.some((type) => type === references)
        ? everything.filter((each) => asked.includes(each) || each.type === references)
        : null
  }
}

export type AskedStructure = {
  /** null: of every type. */
  readonly type: StructureType | null
  /** null: every one. */
  readonly ids: readonly string[] | null
  readonly item: string | null
  readonly references: string
  readonly detail: string
}
const DETAILS = ['full', 'allstubs', 'referencestubs', 'allcompletestubs', 'referencecompletestubs', 'referencepartial', 'raw']

/** The artefacts somebody asks for; a word that is not understood; null where there are none. */
export const structureMessage = (head: Head, asked: AskedStructure) => {
  if (!DETAILS.includes(asked.detail)) return { problem: 'plan.sdmx-syntax' as const, what: `detail=${asked.detail}`.slice(0, 100) }
  const all = artefactsOf(head)
  const found = all.filter(
    ({ type, id, part }) =>
      (asked.type === null || type === asked.type) &&
      (asked.ids === null || asked.ids.includes(id)) &&
      (asked.item === null || part(asked.item) !== null),
  )
  const shown = related(all, found, asked.references)
  if (shown === null) return { problem: 'plan.sdmx-syntax' as const, what: `references=${asked.references}`.slice(0, 100) }
  if (shown.length === 0) return null
  const written = (each: Artefact): object => {
    const isAsked = found.includes(each)
    if (asked.detail.startsWith('all') || (asked.detail.startsWith('reference') && asked.detail.endsWith('stubs') && !isAsked))
      return each.stub
    return (isAsked && asked.item !== null && each.part(asked.item)) || each.whole
  }
  const data = Object.fromEntries(
    STRUCTURE_TYPES.flatMap((type) => {
      const own = shown.filter((each) => each.type === type)
      return own.length === 0 ? [] : [[LISTED[type], own.map(written)]]
    }),
  )
  return { meta: metaOf(head, SCHEMA), data, errors: [] }
}

/** Which values the observations have in each dimension, or in one, with how many observations and series that is. */
export const availabilityMessage = (head: Head, observations: readonly Observation[], only: string | null) => {
  const { pack, language } = head
  const texts = (id: string): readonly string[] => [...new Set(observations.map(({ cells }) => cells[id] ?? ''))]
  const [first] = observations.map((each) => each.first).sort()
  const last = observations
    .map((each) => each.last)
    .sort()
    .at(-1)
  const time = {
    id: TIME,
    include: true,
    timeRange: { startPeriod: { period: first, isInclusive: true }, endPeriod: { period: last, isInclusive: true } },
  }
  const series = new Set(observations.map(({ cells }) => DIMENSIONS.map(({ id }) => cells[id]).join('.')))
  const data = {
    dataConstraints: [
      {
        id: `${flowOf(pack)}_AVAILABLE`,
        agencyID: AGENCY,
        version: VERSION,
        ...named({ zh: '有哪些数据', en: 'Which data there are' }, language),
        role: 'Actual',
        constraintAttachment: { dataflows: [urn.flow(pack)] },
        cubeRegions: [
          {
            include: true,
            keyValues: [...DIMENSIONS.map(({ id }) => ({ id, include: true, values: texts(id) })), time].filter(
              ({ id }) => only === null || id === only,
            ),
          },
        ],
        annotations: [
          { id: 'obs_count', title: String(observations.length), type: 'sdmx_metrics' },
          { id: 'series_count', title: String(series.size), type: 'sdmx_metrics' },
        ],
      },
    ],
  }
  return { meta: metaOf(head, SCHEMA), data, errors: [] }
}

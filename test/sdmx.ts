/**
 * What SDMX-JSON 2.0 and 1.0 ask of messages, in our own words: written after the schemas of sdmx-twg/sdmx-json (data 2.0.0 and 1.0, structure 2.0.0), which have
 * no licence under which they could stand here. JSON Schemas, so that ajv checks them.
 */
import { Ajv } from 'ajv'
import formats from 'ajv-formats'

type Json = Readonly<Record<string, unknown>>

const object = (properties: Json, required: readonly string[] = []): Json => ({ type: 'object', properties, required })
const closed = (properties: Json, required: readonly string[] = []): Json => ({
  ...object(properties, required),
  additionalProperties: false,
})
const listOf = (items: Json, minItems = 0): Json => ({ type: 'array', items, minItems })
const setOf = (items: Json, minItems = 0): Json => ({ ...listOf(items, minItems), uniqueItems: true })
const keyed = (key: string, value: Json): Json => ({ type: 'object', patternProperties: { [key]: value }, additionalProperties: false })

const text = { type: 'string' }
const id = { type: 'string', pattern: '^[A-Za-z0-9_@$-]+$' }
const name = { type: 'string', pattern: '^[A-Za-z][A-Za-z0-9_-]*$' }
const uri = { type: 'string', format: 'uri' }
const instant = { type: 'string', format: 'date-time' }
const words = { type: 'object', additionalProperties: text, propertyNames: { pattern: '^[a-z]{2,3}(-[a-z]{2})?$' }, minProperties: 1 }
const KEY = '^[0-9]+(:[0-9]+)*$'
const named = { name: text, names: words, description: text, descriptions: words }
const link = { ...object({ href: uri, urn: uri, rel: text }), anyOf: [{ required: ['href', 'rel'] }, { required: ['urn', 'rel'] }] }
const errors = listOf(object({ code: { type: 'number' }, title: text, titles: words, links: listOf(link) }, ['code']))
const meta = object(
  {
    schema: uri,
    id,
    test: { type: 'boolean' },
    prepared: instant,
    contentLanguages: listOf(text),
    ...named,
    sender: object({ id, ...named }, ['id']),
  },
  ['id', 'prepared', 'sender'],
)

/** A code with its name, or a value that is none. */
const oneValue = (values: Json): Json => ({
  ...object({ id, ...named, value: values }),
  oneOf: [{ required: ['id', 'name'] }, { required: ['value'] }],
})
const plain = { type: ['number', 'boolean', 'string'] }
const anything = { type: ['number', 'boolean', 'string', 'object', 'array', 'null'] }

const dimension = object(
  {
    id: name,
    ...named,
    keyPosition: { type: 'integer', minimum: 0 },
    roles: listOf(name),
    links: listOf(link),
    values: setOf(oneValue(plain), 1),
  },
  ['id', 'keyPosition', 'values'],
)
const relationship = {
  ...object({
    dataflow: { type: 'object', maxProperties: 0 },
    observation: { type: 'object', maxProperties: 0 },
    dimensions: listOf(name, 1),
  }),
  oneOf: [{ required: ['dataflow'] }, { required: ['observation'] }, { required: ['dimensions'] }],
}
const attribute = object({ id: name, ...named, relationship, values: setOf(oneValue(plain), 1) }, ['id', 'relationship'])
const measure = object({ id: name, ...named, roles: listOf(name), format: object({ dataType: { enum: ['Decimal'] } }) }, ['id'])
const observations = keyed(KEY, listOf(anything))

export const dataSchema: Json = object({
  meta,
  errors,
  data: object({
    structures: listOf(
      object(
        {
          links: listOf(link),
          ...named,
          dimensions: closed({ dataSet: setOf(dimension), series: setOf(dimension), observation: setOf(dimension) }),
          measures: closed({ observation: setOf(measure) }),
          attributes: closed({
            dataSet: setOf(attribute),
            dimensionGroup: setOf(attribute),
            series: setOf(attribute),
            observation: setOf(attribute),
          }),
          dataSets: listOf({ type: 'integer' }, 1),
        },
        ['dimensions'],
      ),
    ),
    dataSets: listOf(
      object(
        {
          structure: { type: 'integer' },
          action: { enum: ['Information', 'Append', 'Replace', 'Delete'] },
          links: listOf(link),
          attributes: listOf(anything),
          observations,
          series: keyed(KEY, closed({ attributes: listOf(anything), observations, annotations: listOf({ type: 'integer' }) })),
        },
        ['links'],
      ),
    ),
  }),
})

const dimension1 = object(
  {
    id: name,
    name: text,
    role: name,
    keyPosition: { type: 'integer', minimum: 0 },
    values: setOf(object({ id, name: text }, ['id', 'name'])),
  },
  ['id', 'keyPosition', 'values'],
)
const attribute1 = object({ id: name, name: text, role: name, keyPosition: { not: {} }, values: setOf(object({ id, name: text })) }, [
  'id',
  'values',
])
const place = { type: ['integer', 'null'], minimum: 0 }
const observations1 = keyed(KEY, listOf({ type: ['number', 'null'] }))
export const dataSchema1: Json = object({
  meta,
  errors,
  data: object({
    structure: object(
      {
        links: listOf(object({ href: uri, rel: text }, ['href', 'rel'])),
        name: text,
        dimensions: object({ dataSet: setOf(dimension1), series: setOf(dimension1), observation: setOf(dimension1) }),
        attributes: object({ dataSet: setOf(attribute1), series: setOf(attribute1), observation: setOf(attribute1) }),
      },
      ['dimensions'],
    ),
    dataSets: listOf(
      object({
        action: { enum: ['Information', 'Append', 'Replace', 'Delete'] },
        attributes: listOf(place),
        observations: observations1,
        series: keyed(KEY, object({ attributes: listOf(place), observations: observations1 })),
      }),
    ),
  }),
})

const version = { type: 'string', pattern: '^(0|[1-9]\\d*)(\\.(0|[1-9]\\d*)){0,2}$' }
const maintained = { id, agencyID: name, version, ...named, links: listOf(link), isExternalReference: { type: 'boolean' } }
const artefact = (more: Json): Json => object({ ...maintained, ...more }, ['id', 'name'])
const items = listOf(object({ id, ...named }, ['id', 'name']))
const urnOf = (kind: string): Json => ({
  type: 'string',
  pattern: `^urn:sdmx:org\\.sdmx\\.infomodel\\.${kind}=\\w+:\\w+\\(\\d+\\.\\d+\\)(\\.\\w+)?$`,
})
const representation = {
  ...object({ enumeration: urnOf('codelist\\.Codelist'), format: object({ dataType: text }) }),
  oneOf: [{ required: ['enumeration'] }, { required: ['format'] }],
}
const component = (more: Json = {}): Json =>
  object({ id: name, conceptIdentity: urnOf('conceptscheme\\.Concept'), localRepresentation: representation, ...more }, [
    'id',
    'conceptIdentity',
  ])

export const structureSchema: Json = object({
  meta,
  errors,
  data: closed({
    dataflows: listOf(artefact({ structure: urnOf('datastructure\\.DataStructure') }), 1),
    dataStructures: listOf(
      artefact({
        dataStructureComponents: closed(
          {
            dimensionList: closed(
              {
                id: { const: 'DimensionDescriptor' },
                dimensions: listOf(component({ position: { type: 'integer' }, type: { const: 'Dimension' } }), 1),
                timeDimension: component({ id: { const: 'TIME_PERIOD' }, type: { const: 'TimeDimension' } }),
              },
              ['id', 'dimensions'],
            ),
            measureList: closed({ id: { const: 'MeasureDescriptor' }, measures: listOf(component(), 1) }, ['id']),
            attributeList: closed(
              {
                id: { const: 'AttributeDescriptor' },
                attributes: listOf(component({ usage: { enum: ['mandatory', 'optional'] }, attributeRelationship: relationship }), 1),
              },
              ['id'],
            ),
          },
          ['dimensionList'],
        ),
      }),
      1,
    ),
    conceptSchemes: listOf(artefact({ concepts: items, isPartial: { type: 'boolean' } }), 1),
    codelists: listOf(artefact({ codes: items, isPartial: { type: 'boolean' } }), 1),
    dataConstraints: listOf(
      artefact({
        role: { enum: ['Actual', 'Allowed'] },
        constraintAttachment: object({ dataflows: listOf(urnOf('datastructure\\.Dataflow'), 1) }),
        cubeRegions: listOf(
          object({
            include: { type: 'boolean' },
            keyValues: listOf(object({ id: name, values: listOf(text, 1), timeRange: { type: 'object' } }, ['id'])),
          }),
        ),
      }),
      1,
    ),
  }),
})

const ajv = new Ajv({ allErrors: true, strict: false })
formats.default(ajv)

/** What a message has that the standard does not allow; empty for a valid one. */
export const faultsOf = (schema: Json, message: unknown): readonly string[] => {
  const check = ajv.compile(schema)
  return check(message) ? [] : (check.errors ?? []).map(({ instancePath, message: words }) => `${instancePath} ${words}`)
}

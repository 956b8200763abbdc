import { layoutOf } from '../core/rule/sql/layout.ts'
import { sqlOf } from '../core/rule/sql/query.ts'
import { considered } from '../modules/measure/index.ts'
import { type Command, Misuse } from './command.ts'
import { packOrFindings, showDiagnostics } from './pack.ts'
import { tableNamed } from './table-name.ts'
import { whenOf, whenOptions } from './when.ts'

const commented = (text: string): string => text.replace(/^/gm, '-- ')

export const command: Command = {
  name: 'sql',
  operands: ['PACK'],
  means: {
    zh: '打印在 PostgreSQL 里计算的查询，可直接交给 psql',
    en: 'print the query that computes a population inside PostgreSQL, ready for psql',
  },
  options: {
    ...whenOptions,
    measure: { type: 'string', value: 'ID', means: { zh: '只看一项措施', en: 'one measure only' } },
    table: {
      type: 'string',
      value: 'NAME',
      means: { zh: '企业表的名称（默认 population）', en: 'name of the table (default: population)' },
    },
    layout: { type: 'boolean', means: { zh: '只打印建表语句', en: 'print the statement that creates the table instead' } },
  },
  run: async ({ positionals: [folder = ''], values }, io) => {
    const table = tableNamed('table', typeof values.table === 'string' ? values.table : 'population')
    const when = whenOf(values)
    const pack = await packOrFindings(folder, io)
    if (!pack) return 1
    const only = values.measure
    const one = typeof only === 'string' ? pack.measures.get(only) : undefined
    if (typeof only === 'string' && !one) throw new Misuse({ zh: `没有措施“${only}”。`, en: `There is no measure "${only}".` })

    const measures = one ? [one] : considered(pack, when)
    const { query, diagnostics } = sqlOf(measures, pack.facts, when, table)
    if (query === null) {
      showDiagnostics(diagnostics, io)
      return 1
    }
    const layout = layoutOf(measures, pack.facts, table)
    if (values.layout) io.out(layout)
    else io.out(`${commented(`${pack.id} ${pack.hash.slice(0, 12)} on ${when.on} known ${when.known}\n${layout}`)}\n${query};`)
    return 0
  },
}

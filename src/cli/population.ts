import { layoutOf, tableColumnsOf } from '../core/rule/sql/layout.ts'
import { judgementKeys } from '../modules/measure/index.ts'
import { fillTable } from '../modules/run/index.ts'
import { COPY_END, COPY_HEADER } from '../population/copy-bytes.ts'
import { populationRows } from '../population/copy-writer.ts'
import { type Loaded, loadPopulation } from '../population/load.ts'
import { problemOf } from '../population/messages.ts'
import type { Command } from './command.ts'
import { OPERATOR, withDatabase } from './database.ts'
import { packOrFindings, showDiagnostics } from './pack.ts'
import { showProblem } from './problems.ts'
import { progressBar } from './progress.ts'
import { showBadRows } from './run-columns.ts'
import { tableNamed } from './table-name.ts'

function* copyOf({ population, ids }: Loaded, keys: readonly string[]): Generator<Uint8Array> {
  yield COPY_HEADER
  yield* populationRows(population, ids, keys)
  yield COPY_END
}

export const command: Command = {
  name: 'population',
  operands: ['PACK', 'FILE'],
  means: {
    zh: '把企业数据（CSV 文件或列文件夹）装入数据库的一张新表，供 run --population db 使用',
    en: 'bring a population (CSV file or folder of columns) into a new table of the database, for run --population db',
  },
  options: {
    table: {
      type: 'string',
      value: 'NAME',
      means: { zh: '新表的名称（默认 population）', en: 'name of the new table (default: population)' },
    },
    strict: { type: 'boolean', means: { zh: '有一行不对就不装入', en: 'refuse a population with a wrong row' } },
  },
  run: async ({ positionals: [folder = '', file = ''], values }, io) => {
    const table = tableNamed('table', typeof values.table === 'string' ? values.table : 'population')
    const pack = await packOrFindings(folder, io)
    if (!pack) return 1
    const measures = [...pack.measures.values()]
    const columns = tableColumnsOf(measures, pack.facts)
    const bar = progressBar(io)
    const names = { facts: pack.facts, judgements: judgementKeys(pack) }
    const loaded = await loadPopulation(file, names, new Set(columns.map(({ key }) => key)), (share) => bar.show('load', share))
    bar.clear()
    if (!('population' in loaded)) {
      showDiagnostics(loaded.findings, io)
      return 1
    }
    showBadRows(io, loaded)
    if (values.strict === true && loaded.bad > 0) return showProblem(io, problemOf('population.strict', { bad: loaded.bad }))

    const filled = columns.filter(({ key }) => loaded.population.columns.has(key))
    const rows = copyOf(
      loaded,
      filled.map(({ key }) => key),
    )
    await withDatabase(async ({ line }) => {
      const { connection, app } = await line()
      const fill = fillTable(
        connection,
        layoutOf(measures, pack.facts, table),
        filled.map(({ name }) => name),
        rows,
      )
      await app.perform(OPERATOR, fill, { table })
    })
    await loaded.kept
    const { count } = loaded.population
    io.out(io.language === 'zh' ? `${count} 家企业已装入表“${table}”。` : `${count} enterprises are in table "${table}".`)
    return loaded.bad > 0 ? 1 : 0
  },
}

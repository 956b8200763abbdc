import { existsSync } from 'node:fs'
import { layoutOf, tableColumnsOf } from '../core/rule/sql/layout.ts'
import { fillTable } from '../modules/run/index.ts'
import type { Pack } from '../pack/pack.ts'
import type { Names } from '../population/catalogue.ts'
import { writeColumnFolder } from '../population/column-folder.ts'
import { COPY_END, COPY_HEADER } from '../population/copy-bytes.ts'
import { populationRows } from '../population/copy-writer.ts'
import { writeCsv } from '../population/csv-writer.ts'
import { type Loaded, loadPopulation } from '../population/load.ts'
import { problemOf } from '../population/messages.ts'
import { writeNoteBeside } from '../population/synthetic/note.ts'
import { withGroups } from '../population/synthetic/synthetic.ts'
import { type Command, type Io, Misuse } from './command.ts'
import { OPERATOR, withDatabase } from './database.ts'
import { namesOf } from './names.ts'
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

/** Into a new table of the database. */
const intoTable = async (table: string, { measures, facts }: Pack, loaded: Loaded): Promise<void> => {
  const all = [...measures.values()]
  const filled = tableColumnsOf(all, facts).filter(({ key }) => loaded.population.columns.has(key))
  const rows = copyOf(
    loaded,
    filled.map(({ key }) => key),
  )
  await withDatabase(async ({ line }) => {
    const { connection, app } = await line()
    const fill = fillTable(
      connection,
      layoutOf(all, facts, table),
      filled.map(({ name }) => name),
      rows,
    )
    await app.perform(OPERATOR, fill, { table })
  })
}

/** Into a CSV file or a new folder of columns, which say so if the enterprises were made. */
const intoFile = async (out: string, loaded: Loaded, names: Names): Promise<void> => {
  const population = withGroups(loaded.population, loaded.groups)
  if (!out.endsWith('.csv')) return writeColumnFolder(out, population, loaded.ids, { synthetic: loaded.synthetic })
  await writeCsv(out, population, loaded.ids, names)
  if (loaded.synthetic) await writeNoteBeside(out, loaded.synthetic)
}

const outOf = (out: string | boolean | undefined): string | null => {
  if (typeof out !== 'string') return null
  if (existsSync(out)) throw new Misuse({ zh: `“${out}”已经存在。请另起一个名字。`, en: `"${out}" exists already. Choose another name.` })
  return out
}

const showWhere = (io: Io, { population: { count }, synthetic }: Loaded, where: { readonly zh: string; readonly en: string }): void => {
  if (synthetic) io.out(synthetic.what[io.language])
  io.out(io.language === 'zh' ? `${count} 家企业已${where.zh}。` : `${count} enterprises are in ${where.en}.`)
}

export const command: Command = {
  name: 'population',
  operands: ['PACK', 'FILE|synthetic'],
  means: {
    zh: '把企业数据（CSV 文件、列文件夹，或合成的 synthetic[:N[:SEED]]）装入数据库的一张新表，或写成文件',
    en: 'bring a population (CSV file, folder of columns, synthetic[:N[:SEED]]) into a new table of the database, or into a file',
  },
  options: {
    table: {
      type: 'string',
      value: 'NAME',
      means: { zh: '新表的名称（默认 population）', en: 'name of the new table (default: population)' },
    },
    out: {
      type: 'string',
      value: 'FILE.csv|DIR',
      means: { zh: '不用数据库：写成 CSV 文件或列文件夹', en: 'no database: write a CSV file or a folder of columns' },
    },
    strict: { type: 'boolean', means: { zh: '有一行不对就不装入', en: 'refuse a population with a wrong row' } },
  },
  run: async ({ positionals: [folder = '', file = ''], values }, io) => {
    const table = tableNamed('table', typeof values.table === 'string' ? values.table : 'population')
    const out = outOf(values.out)
    const pack = await packOrFindings(folder, io)
    if (!pack) return 1
    const names = namesOf(pack)
    const wanted = new Set(tableColumnsOf([...pack.measures.values()], pack.facts).map(({ key }) => key))
    const bar = progressBar(io)
    const loaded = await loadPopulation(file, names, wanted, (share) => bar.show('load', share))
    bar.clear()
    if (!('population' in loaded)) {
      showDiagnostics(loaded.findings, io)
      return 1
    }
    showBadRows(io, loaded)
    if (values.strict === true && loaded.bad > 0) return showProblem(io, problemOf('population.strict', { bad: loaded.bad }))
    if (out === null) await intoTable(table, pack, loaded)
    else await intoFile(out, loaded, names)
    await loaded.kept
    const inTable = { zh: `装入表“${table}”`, en: `table "${table}"` }
    showWhere(io, loaded, out === null ? inTable : { zh: `写入“${out}”`, en: `"${out}"` })
    return loaded.bad > 0 ? 1 : 0
  },
}

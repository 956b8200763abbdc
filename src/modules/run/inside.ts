/** A population that is decided inside the database: its rows stay where they are. */
import { Type } from 'typebox'
import { grantsQuery, linesQuery } from '../../core/rule/sql/grants.ts'
import type { TableColumn } from '../../core/rule/sql/layout.ts'
import { wholeQuery } from '../../core/rule/sql/read.ts'
import type { Measure } from '../../core/rule/tree.ts'
import type { Connection } from '../../kernel/connection.ts'
import type { Db } from '../../kernel/database.ts'
import { view } from '../../kernel/module.ts'
import type { RunTotal } from './contract.ts'
import { insertGrants, totalsOf } from './queries.ts'
import { columnsIn, contentIn } from './table.ts'

/** What is asked: `answers` is the query that `sqlOf` gives for the measures over `POPULATION`, which reads these columns. */
export type Question = {
  readonly table: string
  readonly columns: readonly TableColumn[]
  readonly measures: readonly Pick<Measure, 'id'>[]
  readonly answers: string
  readonly all: boolean
}

/** A table that can be asked: how many enterprises, the hash of what is read of them, and the query for the cells. */
export type Inside = { readonly enterprises: number; readonly hash: string; readonly cells: string }

export const insideOf = async (db: Db, { table, columns, measures, answers, all }: Question): Promise<Inside> => {
  const present = await columnsIn(db, table, columns)
  const { rows, hash } = await contentIn(db, table, present)
  const rowsOf = wholeQuery(columns, new Set(present.map(({ name }) => name)), table)
  return { enterprises: rows, hash, cells: grantsQuery(measures, rowsOf, answers, all) }
}

const idsOf = ({ measures }: Question): readonly string[] => measures.map(({ id }) => id)

/** Writes the cells as the grants of a run. */
export const keepInside = async (db: Db, run: number, question: Question, { enterprises, cells }: Inside): Promise<readonly RunTotal[]> => {
  await insertGrants(db, run, cells)
  return totalsOf(db, idsOf(question), enterprises, run)
}

/**
 * Decides without keeping. `begin` learns what the table holds and answers with what takes the lines (null: nobody does), or with 'stop'.
 */
export const decideInside = (
  connection: Connection,
  question: Question,
  begin: (inside: Inside) => Promise<((lines: Uint8Array) => Promise<void>) | 'stop' | null>,
) =>
  view('run.decide-inside', 'operate', Type.Object({}), async ({ db }): Promise<readonly RunTotal[] | null> => {
    const inside = await insideOf(db, question)
    const take = await begin(inside)
    if (take === 'stop') return null
    if (take !== null) await connection.copyOut(`copy (${linesQuery(question.measures, inside.cells)}) to stdout (format csv)`, take)
    return totalsOf(db, idsOf(question), inside.enterprises, inside.cells)
  })

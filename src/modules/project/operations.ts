/** What of the key projects can be counted as an indicator. */
import type { Text } from '../../core/messages.ts'
import type { OperationQuery } from '../../kernel/operation.ts'
import { type QueryName, STAGES, type Stage } from '../../pack/pack.ts'
import { allProjects } from './read.ts'
import { COUNT_VERSION, countIn, type WhyNot } from './rules/count.ts'

const REACHED: Readonly<Record<Stage, Text>> = {
  signed: { zh: '签约的重点项目', en: 'key projects signed' },
  started: { zh: '开工的重点项目', en: 'key projects started' },
  operating: { zh: '投产的重点项目', en: 'key projects that came into operation' },
}

/** Why a project is left out, in words. */
export const WHY_NOT: Readonly<Record<WhyNot, Text>> = {
  'not-reached': { zh: '还没有达到这个阶段', en: 'has not reached the stage' },
  'not-confirmed': { zh: '已报告，还没有第二人确认', en: 'reported, and not confirmed by a second person yet' },
  'no-evidence': { zh: '没有可以打开的佐证', en: 'no evidence that may be opened' },
  'other-period': { zh: '在另一时期达到', en: 'reached it in another period' },
  merged: { zh: '已并入另一个项目，只算一个', en: 'part of another project; both count once' },
}

const queryName = (stage: Stage): QueryName => `project.${stage}`

/** The stage whose projects a query counts; null where it counts something else. */
export const stageCountedBy = (query: QueryName | null): Stage | null => STAGES.find((stage) => queryName(stage) === query) ?? null

/** For each stage: the projects that first reached it within a period, with evidence. */
export const projectQueries: readonly OperationQuery[] = STAGES.map((stage) => ({
  name: queryName(stage),
  version: COUNT_VERSION,
  title: REACHED[stage],
  numerator: REACHED[stage],
  denominator: null,
  reasons: WHY_NOT,
  rows: async (look, span) => {
    const projects = await allProjects(look)
    const names = new Map(projects.map(({ row }) => [row.id, { zh: row.name_zh, en: row.name_en }]))
    const nameOf = (id: string): Text => names.get(id) ?? { zh: id, en: id }
    const { counted, excluded } = countIn(
      projects.map(({ row, now }) => ({ id: row.id, ...now })),
      stage,
      span,
    )
    return [
      ...counted.map(({ id, on }) => ({ id, name: nameOf(id), on, numerator: '1', denominator: null, leftOut: null })),
      ...excluded.map(({ id, why }) => ({ id, name: nameOf(id), on: null, numerator: null, denominator: null, leftOut: why })),
    ]
  },
}))

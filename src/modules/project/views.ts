import { Type } from 'typebox'
import { type Day, spanOf } from '../../core/dates.ts'
import type { Text } from '../../core/messages.ts'
import { yuanText } from '../../core/money.ts'
import type { Scan } from '../../kernel/files.ts'
import { isId } from '../../kernel/ids.ts'
import { FIRST_SHOWN, type Look, type View, view, type Waiting } from '../../kernel/module.ts'
import { STAGES, type Stage } from '../../pack/pack.ts'
import { packInService } from '../edition/index.ts'
import { peopleByIds } from '../identity/index.ts'
import { departmentsById, departmentsOf, type NamedDepartment } from '../office/index.ts'
import { OfProject, OfYear, type ProjectEntry } from './contract.ts'
import { PLANNER } from './manage.ts'
import { fail, failAt } from './messages.ts'
import { stageCountedBy } from './operations.ts'
import { evidenceById } from './queries.ts'
import { allProjects, type Project } from './read.ts'
import { countIn, type WhyNot } from './rules/count.ts'
import { EVENT_KINDS, type EventKind, obstacleTo } from './rules/stages.ts'

const OFFICER = { post: ['officer'] } as const
const READERS = { post: ['planner', 'officer', 'auditor'] } as const

/** What everybody may know of a project. A project it became part of is named only to those who may know that one. */
const entryOf = ({ row, now, lead }: Project, seen: readonly Project[]): ProjectEntry => ({
  number: row.number,
  name: { zh: row.name_zh, en: row.name_en },
  lead: lead?.name ?? null,
  district: row.district || null,
  investment: row.investment === null ? null : yuanText(BigInt(row.investment)),
  stages: {
    signed: now.reached.signed?.on ?? null,
    started: now.reached.started?.on ?? null,
    operating: now.reached.operating?.on ?? null,
  },
  mergedInto: seen.find((each) => each.row.id === now.mergedInto)?.row.number ?? null,
})

/** A project in a list of the inner rooms. */
export type ProjectLine = ProjectEntry & { readonly id: string; readonly open: boolean; readonly waits: Stage | null }

const lineOf = (project: Project, seen: readonly Project[]): ProjectLine => ({
  ...entryOf(project, seen),
  id: project.row.id,
  open: project.row.open,
  waits: project.now.open?.stage ?? null,
})

/** One indicator's count of a year, with the rows behind it; null: no project is registered here, so that nothing can be counted. */
export type ProjectCount = {
  readonly indicator: string
  readonly name: Text
  readonly stage: Stage
  readonly count: number | null
  readonly counted: readonly {
    readonly project: ProjectEntry
    readonly on: Day
    readonly part: string
    readonly source: string | null
    readonly files: number
  }[]
  readonly excluded: readonly { readonly project: ProjectEntry; readonly why: WhyNot }[]
}

const yearIn = (look: Look, asked: string | undefined): number => {
  if (asked === undefined || asked === '') return Number(look.today.slice(0, 4))
  return /^(19|20|21)\d\d$/.test(asked) ? Number(asked) : failAt('year', 'project.year', {})
}

/** Counts among the projects that are seen; whoever sees fewer counts fewer, and the page says so. */
const countsOf = async (look: Look, seen: readonly Project[], year: number): Promise<readonly ProjectCount[]> => {
  const { indicators } = await packInService(look)
  const byId = new Map(seen.map((each) => [each.row.id, each]))
  const entry = (id: string): ProjectEntry[] => {
    const project = byId.get(id)
    return project ? [entryOf(project, seen)] : []
  }
  return [...indicators.values()].flatMap((indicator) => {
    const stage = stageCountedBy(indicator.query)
    const span = spanOf(String(year))
    // A cumulative count is not one of a year.
    if (stage === null || span === null || indicator.countedSince !== null) return []
    const { counted, excluded } = countIn(
      seen.map(({ row, now }) => ({ id: row.id, ...now })),
      stage,
      span,
    )
    return [
      {
        indicator: indicator.id,
        name: indicator.name,
        stage,
        count: seen.length === 0 ? null : counted.length,
        counted: counted.flatMap(({ id, on, part }) =>
          entry(id).map((project) => {
            const by = byId.get(part)
            const event = by?.now.reached[stage]?.by
            return {
              project,
              on,
              part: by?.row.number ?? project.number,
              source: event === 'told' ? (by?.source?.title ?? null) : null,
              files: by?.evidence.filter(({ number }) => number === event).length ?? 0,
            }
          }),
        ),
        excluded: excluded.flatMap(({ id, why }) => entry(id).map((project) => ({ project, why }))),
      },
    ]
  })
}

export type ProjectsPage = {
  readonly today: Day
  readonly year: number
  /** The years in which something was reached or promised, and this one, the latest first. */
  readonly years: readonly number[]
  readonly projects: readonly ProjectEntry[]
  /** How many projects are not public; they are not counted here either. */
  readonly hidden: number
  readonly counts: readonly ProjectCount[]
}

const yearsOf = async (look: Look, seen: readonly Project[]): Promise<readonly number[]> => {
  const { targets, indicators } = await packInService(look)
  const promised = targets
    .filter(({ kind, indicator }) => kind === 'annual' && stageCountedBy(indicators.get(indicator)?.query ?? null) !== null)
    .map(({ period }) => period)
  const reached = seen.flatMap(({ now }) => STAGES.flatMap((stage) => now.reached[stage]?.on ?? []))
  const years = [look.today, ...promised, ...reached].map((day) => Number(day.slice(0, 4)))
  return [...new Set(years)].sort((a, b) => b - a)
}

const pageOf = async (look: Look, asked: string | undefined): Promise<ProjectsPage> => {
  const all = await allProjects(look)
  const open = all.filter(({ row }) => row.open)
  const year = yearIn(look, asked)
  return {
    today: look.today,
    year,
    years: await yearsOf(look, open),
    projects: open.map((each) => entryOf(each, open)),
    hidden: all.length - open.length,
    counts: await countsOf(look, open, year),
  }
}

/** The public key projects, and what counts of them in a year. */
export const projectsPage = view('project.page', 'public', OfYear, (look, { year }) => pageOf(look, year))

/** The same projects as data. */
export const projectEntries = view('project.projects', 'public', Type.Object({}), async (look) => (await pageOf(look, undefined)).projects)

export type BoardProjects = {
  readonly today: Day
  readonly year: number
  readonly years: readonly number[]
  readonly projects: readonly ProjectLine[]
  readonly counts: readonly ProjectCount[]
  readonly departments: readonly NamedDepartment[]
  readonly districts: readonly Text[]
}

const openDepartments = async (look: Look): Promise<readonly NamedDepartment[]> =>
  [...(await departmentsById(look)).values()].filter(({ isOpen }) => isOpen)

/** All key projects, for planners. */
export const boardProjects = view('project.board', PLANNER, OfYear, async (look, input): Promise<BoardProjects> => {
  const all = await allProjects(look)
  const year = yearIn(look, input.year)
  return {
    today: look.today,
    year,
    years: await yearsOf(look, all),
    projects: all.map((each) => lineOf(each, all)),
    counts: await countsOf(look, all, year),
    departments: await openDepartments(look),
    districts: [...(await packInService(look)).districts.values()].map(({ label }) => label),
  }
})

const led = async (look: Look): Promise<readonly Project[]> => {
  const own = departmentsOf(look.who, 'officer')
  return (await allProjects(look)).filter(({ now }) => now.lead !== null && (own === null || own.includes(now.lead)))
}

/** The projects that the departments of whoever asks lead. */
export const officeProjects = view('project.office', OFFICER, Type.Object({}), async (look): Promise<readonly ProjectLine[]> => {
  const own = await led(look)
  return own.map((each) => lineOf(each, own))
})

export type ProjectEvidence = { readonly id: string; readonly name: string; readonly sha256: string; readonly scan: Scan }
/** One thing that was done with a project: by whom, in which post, when. */
export type ProjectDone = {
  readonly number: number
  readonly kind: EventKind
  readonly at: string
  readonly on: Day
  readonly who: string
  readonly post: Text | null
  readonly department: Text | null
  readonly stage: Stage | null
  readonly reachedOn: Day | null
  readonly into: string | null
  readonly note: string
  readonly evidence: readonly ProjectEvidence[]
}
export type ProjectPage = ProjectLine & {
  readonly today: Day
  /** The title of the source that tells of it; null for one that was added here. */
  readonly source: string | null
  readonly history: readonly ProjectDone[]
  readonly openReport: number | null
  readonly possible: readonly EventKind[]
  readonly departments: readonly NamedDepartment[]
  /** Other projects, which it could become part of. */
  readonly others: readonly { readonly id: string; readonly number: string; readonly name: Text }[]
}

const isPlanning = ({ who }: Look): boolean =>
  who.kind !== 'person' || who.posts.some(({ roles }) => roles.includes('planner') || roles.includes('auditor'))

/** The projects that whoever asks may see: officers those their departments lead, planners and auditors all. */
const seenBy = (look: Look): Promise<readonly Project[]> => (isPlanning(look) ? allProjects(look) : led(look))

/** One project with its whole history. */
export const oneProject = view('project.one', READERS, OfProject, async (look, input): Promise<ProjectPage> => {
  const seen = await seenBy(look)
  const project = seen.find(({ row }) => row.id === input.project) ?? fail('project.unknown', {})
  const departments = await departmentsById(look)
  const people = await peopleByIds(
    look,
    project.rows.map(({ user_id }) => user_id),
  )
  return {
    ...lineOf(project, seen),
    today: look.today,
    source: project.source?.title ?? null,
    history: project.rows.map((row) => ({
      number: row.number,
      kind: row.kind,
      at: row.at.toISOString(),
      on: look.dayOf(row.at),
      who: people.get(row.user_id)?.name ?? '—',
      post: row.post_zh === null ? null : { zh: row.post_zh, en: row.post_en ?? row.post_zh },
      department: row.department_id === null ? null : (departments.get(row.department_id)?.name ?? null),
      stage: row.stage,
      reachedOn: row.reached_on,
      into: seen.find((each) => each.row.id === row.into_id)?.row.number ?? null,
      note: row.note,
      evidence: project.evidence
        .filter(({ number }) => number === row.number)
        .map(({ id, name, sha256, scan }) => ({ id, name, sha256, scan })),
    })),
    openReport: project.now.open?.number ?? null,
    possible: EVENT_KINDS.filter((kind) => obstacleTo(kind, project.now) === null),
    departments: await openDepartments(look),
    others: seen
      .filter(({ row, now }) => row.id !== project.row.id && now.mergedInto !== project.row.id)
      .map(({ row }) => ({ id: row.id, number: row.number, name: { zh: row.name_zh, en: row.name_en } })),
  }
})

/** A file that speaks for a stage, for whoever may see its project. */
export const projectEvidence = view(
  'project.evidence',
  READERS,
  Type.Object({ evidence: Type.String({ maxLength: 36 }) }),
  async (look, { evidence: id }): Promise<{ readonly name: string; readonly type: string; readonly bytes: Uint8Array }> => {
    const row = isId(id) ? await evidenceById(look.db, id) : undefined
    if (!row || !(await seenBy(look)).some((project) => project.row.id === row.project_id)) return fail('project.evidence-unknown', {})
    if (row.scan !== 'clean' && row.scan !== 'not-scanned') fail('project.evidence-held', { scan: row.scan })
    return { name: row.name, type: row.type, bytes: await look.files.read(row.sha256) }
  },
)

const Nothing = Type.Object({})

/** The planner's first job: stages that wait to be confirmed. */
export const stagesToConfirm: View<typeof Nothing, Waiting> = view('project.to-confirm', PLANNER, Nothing, async (look) => {
  const count = (await allProjects(look)).filter(({ now }) => now.open !== null).length
  return {
    count,
    text: {
      zh: `${count} 个重点项目的阶段等待确认`,
      en: `${count} ${count === 1 ? 'stage of a key project waits' : 'stages of key projects wait'} to be confirmed`,
    },
    page: '/board/projects',
  }
})

const isReturned = ({ rows }: Project): boolean => rows.findLast(({ kind }) => kind !== 'lead' && kind !== 'merge')?.kind === 'return'

/** The officer's first job: stages that were sent back and not reported again. */
export const stagesToMend: View<typeof Nothing, Waiting> = view('project.to-mend', OFFICER, Nothing, async (look) => {
  const own = (await led(look)).filter((each) => each.now.mergedInto === null && isReturned(each))
  return {
    count: own.length,
    text: {
      zh: `${own.length} 个重点项目的阶段被退回，要重报`,
      en: `${own.length} ${own.length === 1 ? 'stage of a key project was' : 'stages of key projects were'} sent back to be mended`,
    },
    page: '/office/projects',
    first: own.slice(0, FIRST_SHOWN).map(({ row }) => ({
      text: { zh: `${row.number} ${row.name_zh}`, en: `${row.number} ${row.name_en}` },
      page: `/office/projects/${row.id}`,
      due: null,
      isLate: false,
    })),
  }
})

/** Every workload by its name. */
import type { Workload } from './workload.ts'

type Load = () => Promise<{ readonly workload: Workload }>

/** Of the product alone. */
export const own: Readonly<Record<string, Load>> = {
  columns: () => import('./workloads/columns.ts'),
  decision: () => import('./workloads/decision.ts'),
  explain: () => import('./workloads/explain.ts'),
  scaling: () => import('./workloads/scaling.ts'),
  workers: () => import('./workloads/workers.ts'),
  sql: () => import('./workloads/sql.ts'),
  load: () => import('./workloads/load.ts'),
  database: () => import('./workloads/database.ts'),
  run: () => import('./workloads/run.ts'),
  record: () => import('./workloads/record.ts'),
  pages: () => import('./workloads/pages.ts'),
  plan: () => import('./workloads/plan.ts'),
  readings: () => import('./workloads/readings.ts'),
}
/** Of others, which are installed when they are asked for. */
export const peers: Readonly<Record<string, Load>> = {
  duckdb: () => import('./peers/duckdb.ts'),
  zen: () => import('./peers/zen.ts'),
  'json-rules-engine': () => import('./peers/json-rules-engine.ts'),
  publicodes: () => import('./peers/publicodes.ts'),
  feelin: () => import('./peers/feelin.ts'),
}

export const workloads: Readonly<Record<string, Load>> = { ...own, ...peers }

/** One workload in a process of its own: what one does to memory and to compiled code does not reach the next. */

import { FULL, QUICK } from './workload.ts'
import { workloads } from './workloads.ts'

const [name = '', size] = process.argv.slice(2)
const { workload } = await workloads[name]!()
process.send?.({ title: workload.title, clock: workload.clock, lines: await workload.run(size === 'quick' ? QUICK : FULL) })

/** `npm run bench`: the workloads that show how fast the engine is, on this machine, now. */
import os from 'node:os'
import { decisions } from './decisions.ts'

const workloads = [decisions]

console.log(
  `${os.cpus()[0]?.model ?? 'unknown processor'}, ${os.cpus().length} cores, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}\n`,
)
for (const workload of workloads) console.log((await workload()).join('\n'))

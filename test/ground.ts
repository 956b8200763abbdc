/** What performing needs, outside of a test runner as well. */
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Ground } from '../src/kernel/action.ts'
import type { Database } from '../src/kernel/database.ts'
import { engineOf } from '../src/kernel/engine.ts'
import { filesIn } from '../src/kernel/files.ts'
import { sealOf } from '../src/kernel/seal.ts'

const seal = sealOf(['a secret for tests, and for nothing else'])

/** On the installation in `home`, with the clock that is given. */
export const groundIn = (home: string, { db }: Database, now: () => Date): Ground => ({
  db,
  timeZone: 'Asia/Shanghai',
  now,
  engine: engineOf(home),
  files: filesIn(path.join(tmpdir(), `planwright-files-${process.pid}`), null),
  seal,
  hash: 'sha256',
})

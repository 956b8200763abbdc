/** The built server: `node build/server/index.js serve` in the folder of the installation. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import * as build from 'virtual:react-router/server-build'
import type { ServerBuild } from 'react-router'
import { startSite } from './start.ts'

const home = process.env.PLANWRIGHT_HOME ?? process.cwd()
const { version } = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')) as { version: string }

if (process.argv[2] === 'serve') await startSite({ home, version, build: build as unknown as ServerBuild })

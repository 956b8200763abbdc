#!/usr/bin/env node
// The command line from any folder: `planwright check packs/wuhan`.
process.argv.splice(2, 0, 'cli')
await import('../scripts/run.mjs')

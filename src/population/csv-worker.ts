/** A thread that reads pieces of a CSV file, writes its rows where they belong, and looks at whole columns. */
import { closeSync, openSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { layoutsOf } from './csv-columns.ts'
import { claim, type Order, type Start } from './helper.ts'
import { place } from './join.ts'
import { partOf } from './piece.ts'
import { piecesOf, readerOf, sourceOf } from './reader.ts'

const { reading, claims } = workerData as Start
const descriptor = openSync(reading.file, 'r')
const reader = readerOf(reading, sourceOf(descriptor), false)
const pieces = [...piecesOf(reader, () => claim(claims))]
closeSync(descriptor)
parentPort?.postMessage(partOf(reader.rows, pieces))

parentPort?.on('message', (order: Order) =>
  parentPort?.postMessage(
    'placement' in order ? place(reader.rows, order.placement) : layoutsOf(order.columns, reading.names, () => claim(order.claims)),
  ),
)

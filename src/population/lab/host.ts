/** A laboratory in a thread of its own, so that whoever serves pages never waits for it: opened once, then asked; a question can be called off. */
import { parentPort } from 'node:worker_threads'
import { judgementKey } from '../../core/rule/evaluate.ts'
import type { Law } from '../../core/rule/reform/apply.ts'
import type { PopulationSpec } from '../../core/synthetic/spec.ts'
import { syntheticPopulation } from '../synthetic/synthetic.ts'
import { type Ask, type Lab, openLab, type Refusal } from './lab.ts'
import type { Simulation } from './simulation.ts'

/** `count`: how many enterprises are made; null for as many as the pack says. */
export type Opening = { readonly pack: string; readonly law: Law; readonly population: PopulationSpec; readonly count: number | null }
export type HostOrder =
  | { readonly kind: 'open'; readonly opening: Opening }
  | { readonly kind: 'ask'; readonly number: number; readonly ask: Ask }
  | { readonly kind: 'call-off'; readonly number: number }
/** `failed`: an error of ours, or that the question was called off. */
export type HostAnswer =
  | { readonly kind: 'opened' }
  | { readonly kind: 'answer'; readonly number: number; readonly value: readonly Simulation[] | Refusal }
  | { readonly kind: 'failed'; readonly number: number; readonly reason: string }

let lab: Lab | null = null
const asked = new Map<number, AbortController>()

const say = (answer: HostAnswer): void => parentPort?.postMessage(answer)

const open = async ({ pack, law, population: spec, count }: Opening): Promise<void> => {
  const wanted = new Set(
    law.measures.flatMap((measure) => [...measure.facts, ...measure.judgements.map(({ name }) => judgementKey(measure, name))]),
  )
  const made = await syntheticPopulation({ id: pack, population: spec }, wanted, count === null ? {} : { count })
  const groups = [...made.groups].map(([name, column]) => ({ name, column }))
  lab = await openLab({ law, population: made.population, ids: made.ids, groups })
  say({ kind: 'opened' })
}

const answer = async (number: number, ask: Ask): Promise<void> => {
  const own = new AbortController()
  asked.set(number, own)
  try {
    say({ kind: 'answer', number, value: await lab!.simulate(ask, own.signal) })
  } catch (error) {
    say({ kind: 'failed', number, reason: own.signal.aborted ? 'called off' : String((error as Error).stack ?? error) })
  } finally {
    asked.delete(number)
  }
}

parentPort?.on('message', (order: HostOrder) => {
  if (order.kind === 'open') void open(order.opening)
  else if (order.kind === 'ask') void answer(order.number, order.ask)
  else asked.get(order.number)?.abort()
})

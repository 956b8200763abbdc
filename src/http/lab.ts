/** The policy lab of a site: the synthetic enterprises of the pack in service, in a thread that runs from the sources of the installation. */
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { describe } from '../core/synthetic/describe.ts'
import type { HostAnswer, HostOrder } from '../population/lab/host.ts'
import type { LabService } from '../web/context.ts'

type Pack = Parameters<LabService['state']>[0]
type Simulated = Awaited<ReturnType<LabService['simulate']>>

/** A page waits this long for the enterprises before it says that they are being prepared. */
const PATIENCE_MS = 2500

type Host = {
  readonly pack: string
  readonly opened: Promise<void>
  readonly ask: (ask: Parameters<LabService['simulate']>[1], signal: AbortSignal) => Promise<Simulated>
  readonly close: () => Promise<unknown>
}

const hostOf = (home: string, pack: Pack, count: number | null): Host => {
  const worker = new Worker(path.join(home, 'src/population/lab/host.ts'))
  const order = (given: HostOrder): void => worker.postMessage(given)
  const waiting = new Map<number, { readonly resolve: (value: Simulated) => void; readonly reject: (reason: Error) => void }>()
  let numbers = 0
  const opened = new Promise<void>((resolve, reject) => {
    worker.on('message', (answer: HostAnswer) => {
      if (answer.kind === 'opened') return resolve()
      const own = waiting.get(answer.number)
      waiting.delete(answer.number)
      if (answer.kind === 'answer') own?.resolve(answer.value)
      else own?.reject(new Error(answer.reason))
    })
    worker.on('error', (error: Error) => {
      reject(error)
      for (const own of waiting.values()) own.reject(error)
      waiting.clear()
    })
  })
  opened.catch((error: unknown) => console.error(error))
  order({
    kind: 'open',
    opening: {
      pack: pack.id,
      law: { measures: [...pack.measures.values()], facts: pack.facts },
      population: pack.population!,
      count,
    },
  })
  return {
    pack: pack.hash,
    opened,
    ask: async (ask, signal) => {
      await opened
      const number = ++numbers
      const answer = new Promise<Simulated>((resolve, reject) => waiting.set(number, { resolve, reject }))
      const callOff = () => order({ kind: 'call-off', number })
      signal.addEventListener('abort', callOff, { once: true })
      order({ kind: 'ask', number, ask })
      try {
        return await answer
      } finally {
        signal.removeEventListener('abort', callOff)
      }
    },
    close: () => worker.terminate(),
  }
}

/** `count`: how many enterprises are made; null for as many as the pack says. Nothing is made before somebody looks. */
export const labOf = (home: string, count: number | null): LabService & { readonly close: () => Promise<unknown> } => {
  let host: Host | null = null
  const hostFor = (pack: Pack): Host => {
    if (host?.pack === pack.hash) return host
    void host?.close()
    host = hostOf(home, pack, count)
    return host
  }
  return {
    about: ({ population }) => {
      if (population === null) return []
      const { what, made, can, cannot } = describe(population, count ?? population.count)
      return [what, made, can, cannot]
    },
    state: async (pack) => {
      if (pack.population === null) return 'none'
      const own = hostFor(pack)
      return Promise.race([
        own.opened.then(
          () => 'ready' as const,
          () => 'none' as const,
        ),
        sleep(PATIENCE_MS, 'preparing' as const),
      ])
    },
    simulate: (pack, ask, signal) => hostFor(pack).ask(ask, signal),
    close: async () => host?.close(),
  }
}

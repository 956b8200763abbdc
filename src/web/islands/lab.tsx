/** The lab kept alive: every change is computed by the server over the whole city, and the page is redrawn; a newer change ends an older one. */
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { hydrateRoot } from 'react-dom/client'
import type { Language } from '../../core/messages.ts'
import { Reader } from '../language.ts'
import { LabPage } from '../portal/lab-page.tsx'
import type { LabAsk, LabView } from '../portal/lab-view.ts'

export type Delivered = { readonly view: LabView; readonly language: Language }

/** A hand that still types or slides is given this long before the city is computed again. */
const PAUSE_MS = { slide: 0, type: 150, text: 300 } as const

const addressOf = ({ on, measure, reform, other, budget }: LabAsk): string =>
  String(
    new URLSearchParams({
      m: measure,
      on,
      ...(reform ? { r: reform } : {}),
      ...(other ? { b: other } : {}),
      ...(budget ? { budget } : {}),
    }),
  )

const fieldsOf = (form: HTMLFormElement): string =>
  String(new URLSearchParams([...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))))

const Live = ({ delivered }: { readonly delivered: Delivered }) => {
  const [view, setView] = useState(delivered.view)
  const asking = useRef<AbortController | null>(null)
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const next = useRef<(() => void) | null>(null)

  const ask = useEffectEvent(async (body: string | null): Promise<void> => {
    const form = document.querySelector<HTMLFormElement>('#lab form.lab')
    if (!form) return
    asking.current?.abort()
    const own = new AbortController()
    asking.current = own
    try {
      const reply = await fetch(`/lab/answer?${fieldsOf(form)}`, {
        signal: own.signal,
        ...(body === null ? {} : { method: 'POST', body, headers: { 'content-type': 'text/plain' } }),
      })
      if (!reply.ok) return
      const answer = (await reply.json()) as LabView
      setView(answer)
      if (body === null) history.replaceState(null, '', `?${addressOf(answer.ask)}`)
      for (const link of document.querySelectorAll<HTMLAnchorElement>('header a.other')) link.search = addressOf(answer.ask)
    } catch (error) {
      if (!own.signal.aborted) throw error
    } finally {
      if (asking.current === own) {
        asking.current = null
        // A slider that moved on meanwhile is answered with where it stands now.
        next.current?.()
        next.current = null
      }
    }
  })
  const later = useEffectEvent((pause: number, body: string | null) => {
    performance.mark('changed')
    clearTimeout(waiting.current)
    if (pause > 0) {
      waiting.current = setTimeout(() => void ask(body), pause)
      return
    }
    // One question at a time while a hand slides: each redraw shows a value that was really there.
    if (asking.current) next.current = () => void ask(body)
    else void ask(body)
  })

  useEffect(() => {
    const root = document.getElementById('lab')
    root?.setAttribute('data-live', '')
    const onInput = ({ target }: Event) => {
      if (target instanceof HTMLTextAreaElement) later(PAUSE_MS.text, target.value)
      else if (target instanceof HTMLInputElement && target.type === 'range') {
        const field = document.getElementById(target.dataset.for ?? '')
        const unit = target.dataset.unit ?? ''
        if (field instanceof HTMLInputElement) field.value = `${target.value}${/^[%‰]?$/.test(unit) ? unit : ` ${unit}`}`
        later(PAUSE_MS.slide, null)
      } else later(target instanceof HTMLSelectElement ? PAUSE_MS.slide : PAUSE_MS.type, null)
    }
    const onSubmit = (event: SubmitEvent) => {
      event.preventDefault()
      const text = (event.target as HTMLFormElement).querySelector('textarea')
      later(PAUSE_MS.slide, text?.value ?? null)
    }
    root?.addEventListener('input', onInput)
    root?.addEventListener('submit', onSubmit)
    return () => {
      root?.removeEventListener('input', onInput)
      root?.removeEventListener('submit', onSubmit)
    }
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs after each redraw
  useEffect(() => {
    if (performance.getEntriesByName('changed').length === 0) return
    performance.measure('redraw', 'changed')
    performance.clearMarks('changed')
  }, [view])

  return (
    <Reader value={delivered.language}>
      <LabPage view={view} />
    </Reader>
  )
}

const root = document.getElementById('lab')
const data = document.getElementById('lab-data')?.textContent
if (root && data) hydrateRoot(root, <Live delivered={JSON.parse(data) as Delivered} />)

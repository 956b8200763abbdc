/** The check-up kept alive in the reader's browser: the same rules, the same page, and no fact ever leaves. */
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useState } from 'react'
import { hydrateRoot } from 'react-dom/client'
import type { Engine } from '../../core/evidence/engine.ts'
import type { Language } from '../../core/messages.ts'
import type { Pack } from '../../pack/pack.ts'
import { Reader } from '../language.ts'
import { answerOf, type Form, type LookedUp } from '../portal/check-answer.ts'
import { CheckPage } from '../portal/check-page.tsx'
import { SinceLastTime, sinceOf } from '../portal/check-since.tsx'
import { formIn, fragmentOf, type Saved } from '../portal/check-state.ts'
import type { CheckView } from '../portal/check-view.ts'
import { Tools } from './check-tools.tsx'
import { lookUp } from './look-up.ts'
import { deliveredForm, rulesFrom, typedForm, whenIdle } from './rules.ts'

/** What the server delivered beside the page. */
export type Delivered = {
  readonly rules: string
  readonly today: string
  readonly language: Language
  readonly lookedUp: LookedUp
  readonly engine: Engine
  readonly mayKeep: boolean
}

type State = {
  readonly form: Form
  readonly lookedUp: LookedUp
  /** Facts whose questions stay where they are. */
  readonly kept: readonly string[]
  /** Counts up when values come from elsewhere than the fields, so that the fields are made anew. */
  readonly generation: number
  readonly saved: Saved | null
}

const questionsIn = ({ questions }: CheckView): readonly string[] => questions.map(({ name }) => name)

/** While somebody types, sums and results move, but no field does: neither its place nor what is said of it. */
const stillness = (now: CheckView, before: CheckView): CheckView => ({
  ...now,
  questions: before.questions,
  given: before.given,
  more: before.more,
  problems: before.problems,
})

const isSame = (one: Form, other: Form): boolean => one.size === other.size && [...one].every(([name, value]) => other.get(name) === value)

type Props = { readonly pack: Pack; readonly delivered: Delivered; readonly first: Form; readonly answered: CheckView }

const Live = ({ pack, delivered, first, answered }: Props) => {
  const { today, language } = delivered
  const [state, setState] = useState<State>({ form: first, lookedUp: delivered.lookedUp, kept: [], generation: 0, saved: null })
  const [typing, setTyping] = useState<Form | null>(null)
  const [isAlive, setAlive] = useState(false)
  const view = useMemo(
    () => (state.form === first ? answered : answerOf(pack, state.form, state.lookedUp, today, language, state.kept)),
    [pack, state, today, language, first, answered],
  )
  const shown = useMemo(
    () => (typing === null ? view : stillness(answerOf(pack, typing, state.lookedUp, today, language, state.kept), view)),
    [pack, typing, view, state, today, language],
  )
  const current = typing ?? state.form
  const formNow = () => document.getElementById('check')?.querySelector('form') ?? null

  /** What was typed is settled: questions are asked anew, but those that stand keep their place. */
  const settle = (form: Form, more: Partial<State> = {}): void => {
    setTyping(null)
    setState((old) => ({ ...old, kept: questionsIn(view), ...more, form }))
  }
  const restore = useEffectEvent((): void => {
    const found = formIn(location.hash)
    if (found) setState((old) => ({ ...old, ...found, kept: [], generation: old.generation + 1 }))
  })
  const begin = useEffectEvent((): void => {
    const form = formNow()
    setAlive(true)
    // What was typed before the page came alive counts, unless the address brings answers of its own.
    if (formIn(location.hash)) restore()
    else if (form && !isSame(typedForm(form), first)) settle(typedForm(form))
  })
  useLayoutEffect(() => {
    const again = () => restore()
    begin()
    addEventListener('hashchange', again)
    return () => removeEventListener('hashchange', again)
  }, [])

  useEffect(() => {
    const form = formNow()
    if (!form) return
    const onInput = () => {
      performance.mark('typed')
      setTyping(typedForm(form))
    }
    const onChange = () => settle(typedForm(form))
    const onSubmit = (event: SubmitEvent) => {
      const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null
      // Keeping it is another page's work.
      if (button?.hasAttribute('formaction')) return
      event.preventDefault()
      const typed = new Map(typedForm(form))
      if (button?.name === 'as_of') settle(typed.set('on', button.value), { generation: state.generation + 1 })
      else if ((typed.get('uscc') ?? '').trim() === (state.lookedUp.found?.uscc ?? '')) settle(typed)
      else
        void lookUp(typed.get('uscc') ?? '', language).then((lookedUp) =>
          settle(typed, { lookedUp, kept: [], generation: state.generation + 1 }),
        )
    }
    form.addEventListener('input', onInput)
    form.addEventListener('change', onChange)
    form.addEventListener('submit', onSubmit)
    return () => {
      form.removeEventListener('input', onInput)
      form.removeEventListener('change', onChange)
      form.removeEventListener('submit', onSubmit)
    }
  })

  useEffect(() => {
    if (!isAlive) return
    const fragment = fragmentOf(current, today)
    // Another address would be a place on the page; it is left alone.
    if (fragment !== '' || formIn(location.hash))
      history.replaceState(null, '', fragment === '' ? location.pathname + location.search : fragment)
    for (const link of document.querySelectorAll<HTMLAnchorElement>('header a.other')) link.hash = fragment
    if (performance.getEntriesByName('typed').length > 0) {
      performance.measure('answer', 'typed')
      performance.clearMarks('typed')
    }
  }, [current, today, isAlive])

  return (
    <Reader value={language}>
      {state.saved && <SinceLastTime since={sinceOf(state.saved, shown, pack)} />}
      <CheckPage key={state.generation} view={shown} mayKeep={delivered.mayKeep} isAlive={isAlive} />
      {isAlive && <Tools view={shown} form={current} lookedUp={state.lookedUp} pack={pack} today={today} engine={delivered.engine} />}
    </Reader>
  )
}

const start = async (): Promise<void> => {
  const root = document.getElementById('check')
  const form = root?.querySelector('form')
  const data = document.getElementById('check-data')?.textContent
  if (!root || !form || !data) return
  const delivered = JSON.parse(data) as Delivered
  // One thing at a time: whoever reads or types in between is not kept waiting.
  await whenIdle()
  const pack = await rulesFrom(delivered.rules)
  await whenIdle()
  const first = deliveredForm(form)
  const view = answerOf(pack, first, delivered.lookedUp, delivered.today, delivered.language)
  await whenIdle()
  hydrateRoot(root, <Live pack={pack} delivered={delivered} first={first} answered={view} />)
}
// Without the rules the page goes on as a form.
void start().catch(() => {})

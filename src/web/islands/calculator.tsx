/** The calculator of a measure in the reader's browser: loaded once somebody reaches for it. */
import { useEffect, useLayoutEffect, useState } from 'react'
import { hydrateRoot } from 'react-dom/client'
import type { Language } from '../../core/messages.ts'
import type { Measure } from '../../core/rule/tree.ts'
import type { Pack } from '../../pack/pack.ts'
import { Reader } from '../language.ts'
import { calculationOf } from '../portal/calculator-answer.ts'
import { Calculator } from '../portal/measure-calculator.tsx'
import { deliveredForm, rulesFrom, typedForm } from './rules.ts'

/** What the server delivered beside the calculator. */
export type Delivered = {
  readonly rules: string
  readonly measure: string
  readonly day: string
  readonly language: Language
  readonly computed: boolean
  readonly note: string | null
  readonly action: string
}
type Form = ReadonlyMap<string, string>

const NAME = 'calculator-island'
const formNow = () => document.getElementById(NAME)?.querySelector('form') ?? null

const Live = ({
  pack,
  measure,
  delivered,
  first,
}: {
  readonly pack: Pack
  readonly measure: Measure
  readonly delivered: Delivered
  readonly first: Form
}) => {
  const { day, language } = delivered
  /** `typing` while a field is being filled: the answer moves, the fields and what is said of them stay. */
  const [{ form, typing, computed }, setState] = useState({ form: first, typing: null as Form | null, computed: delivered.computed })
  const [isAlive, setAlive] = useState(false)
  const settled = calculationOf(pack, measure, form, day, language)
  const shown =
    typing === null
      ? settled
      : { ...calculationOf(pack, measure, typing, day, language), fields: settled.fields, problems: settled.problems }

  useLayoutEffect(() => {
    setAlive(true)
    const own = formNow()
    if (!own) return
    const form = typedForm(own)
    // What was typed before the calculator came alive is answered as well.
    const isTyped = [...form].some(([name, value]) => value !== (first.get(name) ?? ''))
    setState((old) => ({ ...old, form, computed: old.computed || isTyped }))
  }, [first])
  useEffect(() => {
    const own = formNow()
    const onInput = () => own && setState((old) => ({ ...old, typing: typedForm(own), computed: true }))
    const onChange = () => own && setState({ form: typedForm(own), typing: null, computed: true })
    const onSubmit = (event: SubmitEvent) => {
      event.preventDefault()
      onChange()
    }
    own?.addEventListener('input', onInput)
    own?.addEventListener('change', onChange)
    own?.addEventListener('submit', onSubmit)
    return () => {
      own?.removeEventListener('input', onInput)
      own?.removeEventListener('change', onChange)
      own?.removeEventListener('submit', onSubmit)
    }
  }, [])
  const calculation = computed ? shown : { ...shown, result: null, steps: [], ways: [] }
  return (
    <Reader value={language}>
      <Calculator calculation={calculation} computed={computed} note={delivered.note} action={delivered.action} isAlive={isAlive} />
    </Reader>
  )
}

const start = async (): Promise<void> => {
  const root = document.getElementById(NAME)
  const form = formNow()
  const data = document.getElementById(`${NAME}-data`)?.textContent
  if (!root || !form || !data) return
  const delivered = JSON.parse(data) as Delivered
  const pack = await rulesFrom(delivered.rules)
  const measure = pack.measures.get(delivered.measure)
  if (measure) hydrateRoot(root, <Live pack={pack} measure={measure} delivered={delivered} first={deliveredForm(form)} />)
}
// Without the rules the calculator goes on as a form.
void start().catch(() => {})

/** The answers of a check-up in the fragment of its address, which browsers never send: kept as one types, restored from a saved link. */
import { type Form, OWN } from './check-answer.ts'

/** What a saved link remembers of its day, so that a later visit can say what changed. Amounts are yuan as texts. */
export type Saved = { readonly pack: string; readonly on: string; readonly awards: ReadonlyMap<string, string> }

const SAVED = 'saved'
/** Of the form's own fields those that say what is asked; the rest are buttons and what was looked up. */
const ASKED: readonly string[] = ['on', 'known', 'area', 'task', 'unverified']

/** What is worth keeping of a form: everything answered, and the day if it is another than today. */
const keptOf = (form: Form, today: string): readonly (readonly [string, string])[] =>
  [...form].filter(
    ([name, value]) => value.trim() !== '' && (OWN.has(name) ? ASKED.includes(name) && !(name === 'on' && value === today) : true),
  )

const savedText = ({ pack, on, awards }: Saved): string =>
  [pack.slice(0, 12), on, ...[...awards].map(([id, yuan]) => `${id}:${yuan}`)].join('~')

/** `#营业收入=6000+万元&saved=…`, escaped; empty where nothing was answered. */
export const fragmentOf = (form: Form, today: string, saved: Saved | null = null): string => {
  const entries = new URLSearchParams(keptOf(form, today).map(([name, value]) => [name, value]))
  if (saved) entries.set(SAVED, savedText(saved))
  const text = entries.toString()
  return text === '' ? '' : `#${text}`
}

const savedIn = (text: string | null): Saved | null => {
  const [pack, on, ...awards] = (text ?? '').split('~')
  if (!pack || !on) return null
  return {
    pack,
    on,
    awards: new Map(awards.flatMap((each) => [/^([a-z0-9-]+):(\d+\.\d\d)$/.exec(each)?.slice(1, 3) as [string, string]]).filter(Boolean)),
  }
}

/** The form that a fragment holds, and what it remembers; null if it holds none. */
export const formIn = (fragment: string): { readonly form: Form; readonly saved: Saved | null } | null => {
  const entries = [...new URLSearchParams(fragment.replace(/^#/, ''))].slice(0, 1000)
  const form = new Map(entries.filter(([name]) => name !== SAVED && (!OWN.has(name) || ASKED.includes(name))))
  const saved = savedIn(entries.find(([name]) => name === SAVED)?.[1] ?? null)
  // Any other fragment leads to a place on the page and has no value.
  return [...form.values()].some((value) => value !== '') || saved ? { form, saved } : null
}

import { useSay } from '../language.ts'

const WORDS = {
  asOf: { zh: '截至哪一天的数据', en: 'Data up to' },
  known: { zh: '按哪一天已公布的数据', en: 'As known on' },
  show: { zh: '查看', en: 'Show' },
} as const

/** Looks at the same page as of another day, and with what was public on another. */
export const DatePicker = ({ asOf, known }: { readonly asOf: string; readonly known: string }) => {
  const { say } = useSay()
  return (
    <form method="get" className="filters">
      <div>
        <label htmlFor="asOf">{say(WORDS.asOf)}</label>
        <input type="date" id="asOf" name="asOf" defaultValue={asOf} />
      </div>
      <div>
        <label htmlFor="known">{say(WORDS.known)}</label>
        <input type="date" id="known" name="known" defaultValue={known} />
      </div>
      <div>
        <button type="submit">{say(WORDS.show)}</button>
      </div>
    </form>
  )
}

/** The rules in the reader's browser: asked for once, then kept by the browser under their hash. */
import type { Pack } from '../../pack/pack.ts'
import { packFrom } from '../../pack/portable.ts'

export const rulesFrom = async (address: string): Promise<Pack> => {
  const reply = await fetch(address)
  if (!reply.ok) throw new Error(`${address}: ${reply.status}`)
  return packFrom(await reply.text())
}

/** Once the page has been drawn and the reader is not kept waiting by it. */
export const whenIdle = (): Promise<void> =>
  new Promise((resolve) =>
    'requestIdleCallback' in globalThis ? requestIdleCallback(() => resolve(), { timeout: 500 }) : setTimeout(resolve, 50),
  )

/** The fields of a form as they were delivered, whatever has been typed since. */
export const deliveredForm = (form: HTMLFormElement): ReadonlyMap<string, string> => {
  const fields = new Map<string, string>()
  for (const element of form.elements) {
    if (element instanceof HTMLSelectElement) {
      const option = [...element.options].find((each) => each.defaultSelected) ?? element.options[0]
      fields.set(element.name, option?.value ?? '')
    } else if (element instanceof HTMLInputElement && element.name !== '') {
      if (element.type !== 'radio' && element.type !== 'checkbox') fields.set(element.name, element.defaultValue)
      else if (element.defaultChecked) fields.set(element.name, element.value)
    }
  }
  return fields
}

/** The fields of a form as they are now. */
export const typedForm = (form: HTMLFormElement): ReadonlyMap<string, string> =>
  new Map([...new FormData(form)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])))

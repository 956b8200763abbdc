/** Facts of the items of a list: `项目投资额#2` is the investment of the second project. How many items there are is a fact of its own. */
import type { FactCatalogue, FactDeclaration } from './facts.ts'
import type { Text } from './messages.ts'

/** The most items a list can have. */
export const MAX_ITEMS = 50

export type List = {
  readonly label: Text
  readonly max: number
  readonly count: FactDeclaration
  /** The facts of an item. */
  readonly facts: readonly FactDeclaration[]
}

const known = new WeakMap<FactCatalogue, ReadonlyMap<string, List>>()

/** The lists of a catalogue by name. */
export const listsOf = (catalogue: FactCatalogue): ReadonlyMap<string, List> => {
  const done = known.get(catalogue)
  if (done) return done
  const declared = [...catalogue.values()]
  const lists = new Map(
    declared.flatMap((count) => {
      if (!count.list?.max) return []
      const { name, english, max } = count.list
      const facts = declared.filter((each) => each.list?.name === name && each !== count)
      return [[name, { label: { zh: name, en: english ?? name }, max, count, facts }] as const]
    }),
  )
  known.set(catalogue, lists)
  return lists
}

/** Whether it is asked for each item of a list. */
export const isOfItem = (declaration: FactDeclaration): boolean => declaration.list !== null && declaration.list.max === null

export const itemKey = (fact: string, item: number): string => `${fact}#${item}`

const ITEM = /^(.+)#([1-9]\d?)$/

/** The fact and the number of the item that a key names; null if there is no such fact or the list is shorter. */
export const itemOf = (
  key: string,
  catalogue: FactCatalogue,
): { readonly declaration: FactDeclaration; readonly item: number; readonly list: List } | null => {
  const [, name = '', digits = ''] = ITEM.exec(key) ?? []
  const declaration = catalogue.get(name)
  if (!declaration?.list || !isOfItem(declaration)) return null
  const list = listsOf(catalogue).get(declaration.list.name)
  const item = Number(digits)
  return list && item <= list.max ? { declaration, item, list } : null
}

/** The fact of an item that a rule names, in full or without the name of the list. */
export const factOfItem = (name: string, list: List): FactDeclaration | null =>
  list.facts.find((each) => each.name === name || each.name === `${list.label.zh}${name}`) ?? null

/** `项目2的投资额`, `investment of project 2`. */
export const itemLabel = ({ label }: FactDeclaration, item: number, list: List): Text => {
  const short = label.zh.startsWith(list.label.zh) ? label.zh.slice(list.label.zh.length) : label.zh
  return { zh: `${list.label.zh}${item}的${short}`, en: `${label.en} of ${list.label.en} ${item}` }
}

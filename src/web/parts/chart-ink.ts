/** What the style sheet of charts says, written onto the shapes: programs that take pictures apart know attributes better than style sheets. */

type Ink = {
  readonly tag: string
  readonly classes: readonly string[]
  readonly declared: readonly (readonly [name: string, value: string])[]
}

/** The colours of a token sheet as a reader in the light has them: its first block. */
const tokensOf = (css: string): ReadonlyMap<string, string> =>
  new Map([...(/\{([^}]*)\}/.exec(css)?.[1] ?? '').matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]))

const selectorOf = (text: string): Pick<Ink, 'tag' | 'classes'> => {
  const [tag = '', ...classes] = text
    .trim()
    .replace(/^\.chart\s+/, '')
    .split('.')
  return { tag, classes }
}

/** The rules of a sheet for what is inside `.chart`, the weakest first, with the colours of the tokens; those for other media are left out. */
export const inksOf = (chartCss: string, tokenCss: string): readonly Ink[] => {
  const tokens = tokensOf(tokenCss)
  const weight = ({ tag, classes }: Ink): number => classes.length * 2 + (tag === '' ? 0 : 1)
  return [...chartCss.matchAll(/^\.chart ([^{}]+)\{([^}]*)\}/gm)]
    .flatMap(([, selectors = '', body = '']) => {
      const declared = [...body.matchAll(/([\w-]+):\s*([^;]+);/g)].map(
        ([, name = '', value = '']) =>
          [name, value.replace(/var\((--[\w-]+)\)/g, (_, token: string) => tokens.get(token) ?? 'none')] as const,
      )
      return selectors.split(',').map((each) => ({ ...selectorOf(each), declared }))
    })
    .toSorted((a, b) => weight(a) - weight(b))
}

const covers = ({ tag, classes }: Ink, element: string, own: ReadonlySet<string>): boolean =>
  (tag === '' || tag === element) && classes.every((each) => own.has(each))

/** Drawn markup with what the rules say as attributes, and without classes. */
export const inked = (markup: string, inks: readonly Ink[]): string =>
  markup.replace(/<([a-z]\w*)((?:\s[^<>]*?)?)(\/?)>/g, (_, element: string, attributes: string, end: string) => {
    const own = new Set((/\sclass="([^"]*)"/.exec(attributes)?.[1] ?? '').split(' '))
    const said = new Map(inks.filter((ink) => covers(ink, element, own)).flatMap(({ declared }) => declared))
    const written = [...said].map(([name, value]) => ` ${name}="${value}"`).join('')
    return `<${element}${attributes.replace(/\sclass="[^"]*"/, '')}${written}${end}>`
  })

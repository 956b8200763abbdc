/** The forms a page really has, read from its own HTML, so that what is posted gets past the door. */

type Field = { readonly name: string; readonly value: string; readonly isFile: boolean }

export type FoundForm = { readonly path: string; readonly fields: readonly Field[] }

const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return found ? unescaped(found[1] ?? '') : null
}

/** Every form that is posted, with its fields and what they hold; of several choices of one name the last. */
export const formsIn = (html: string, path: string): readonly FoundForm[] =>
  [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, head]) => attribute(head ?? '', 'method') === 'post')
    .map(([, head, body]) => ({
      path: attribute(head ?? '', 'action') ?? path,
      fields: [...(body ?? '').matchAll(/<(?:input|select|textarea|button)\b[^>]*>/g)].flatMap(([tag]) => {
        const name = attribute(tag, 'name')
        return name === null ? [] : [{ name, value: attribute(tag, 'value') ?? '', isFile: attribute(tag, 'type') === 'file' }]
      }),
    }))

/** Addresses of this site that a page leads to. */
export const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)].map(([, address]) => unescaped(address ?? ''))

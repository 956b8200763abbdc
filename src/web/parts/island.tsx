/** A part of a page that comes alive once its script has arrived; until then, and without it, it is what the server made. */
import type { ReactNode } from 'react'

/** Loads the program when somebody first reaches for the part: what nobody uses costs nobody anything. */
const whenReached = (name: string, script: string): string =>
  `const part = document.getElementById(${JSON.stringify(name)})
const load = () => import(${JSON.stringify(script)})
for (const event of ['focusin', 'pointerover', 'touchstart']) part.addEventListener(event, load, { once: true, passive: true })`

/** `script` is the address of the island's program; null where it was not built. `data` is what it needs beside the page. */
export const Island = ({
  name,
  script,
  nonce,
  when = 'now',
  data,
  children,
}: {
  readonly name: string
  readonly script: string | null
  readonly nonce: string
  readonly when?: 'now' | 'reached'
  readonly data: object
  readonly children: ReactNode
}) => (
  <>
    <div id={name}>{children}</div>
    {script !== null && (
      <>
        {/* Text in a script element ends at the first `</script`: no `<` may stand in it. */}
        <script
          type="application/json"
          id={`${name}-data`}
          nonce={nonce}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON without a `<`
          dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', '\\u003c') }}
        />
        {when === 'now' ? (
          <script type="module" nonce={nonce} src={script} />
        ) : (
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a name and an address of ours
          <script type="module" nonce={nonce} dangerouslySetInnerHTML={{ __html: whenReached(name, script) }} />
        )}
      </>
    )}
  </>
)

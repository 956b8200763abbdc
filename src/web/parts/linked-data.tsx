/**
 * Statements about a page for search engines (JSON-LD). A block of data is never run, so that the policy for scripts does not concern it and it needs no nonce; a `<`
 * cannot end it.
 */
export const LinkedData = ({ value }: { readonly value: object }) => (
  <script
    type="application/ld+json"
    // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON in which no tag can begin or end
    dangerouslySetInnerHTML={{ __html: JSON.stringify(value).replaceAll('<', '\\u003c') }}
  />
)

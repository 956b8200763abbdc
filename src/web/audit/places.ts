/** The pages of the things that the record speaks of. */
import { permitted } from '../../kernel/right.ts'
import type { Who } from '../../kernel/who.ts'
import type { Standings } from '../../modules/audit/index.ts'
import { pageAt } from '../addresses.ts'
import { editionPath } from '../portal/version-words.ts'

const pathOf = ([type, id]: readonly [type: string, id: string], { posts }: Standings): string | null => {
  if (type === 'office.post') return posts[id] ? `/admin/departments/${posts[id].department}` : null
  const named = encodeURIComponent(id)
  const paths: Readonly<Record<string, string>> = {
    'identity.user': `/admin/people/${named}`,
    'office.department': `/admin/departments/${named}`,
    'edition.proposal': `/admin/packs/${named}`,
    'edition.pack': editionPath(named),
    'party.correction': `/office/corrections/${named}`,
    'party.enterprise': `/office/enterprises/${named}`,
    'bulletin.bulletin': `/bulletins/${named}`,
    'bulletin.notice': `/supervision/${named}`,
    run: `/finance/runs/${named.replaceAll('-', '')}`,
    'kernel.event': `/audit/events/${id}`,
    'kernel.checkpoint': '/evidence',
    'kernel.record': '/audit',
  }
  return paths[type] ?? null
}

/** The page of a thing, if there is one and the reader may open it. */
export const placeFor = (who: Who, object: readonly [type: string, id: string], standings: Standings): string | null => {
  const path = pathOf(object, standings)
  const found = path === null ? null : pageAt(path.split('#')[0]!)
  if (!found) return null
  return typeof permitted(found.page.right, who, found.page.path, found.params.enterprise ?? null) === 'object' ? path : null
}

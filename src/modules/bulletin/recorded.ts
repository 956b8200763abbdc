import type { Recorded } from '../../kernel/recorded.ts'

/** What is done with bulletins and notices, as people call it. */
export const recorded: Recorded = {
  events: {
    'bulletin.drafted': { zh: '起草了通报', en: 'drew up a bulletin' },
    'bulletin.published': { zh: '签发了通报', en: 'published a bulletin' },
    'bulletin.notice-issued': { zh: '发出督办单', en: 'issued a supervision notice' },
  },
  objects: {
    'bulletin.bulletin': { zh: '通报', en: 'bulletin' },
    'bulletin.notice': { zh: '督办单', en: 'supervision notice' },
  },
  duties: {
    draft: { zh: '起草', en: 'draw up' },
    publish: { zh: '签发', en: 'publish' },
  },
}

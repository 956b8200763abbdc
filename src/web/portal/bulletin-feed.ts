import type { LoaderFunctionArgs } from 'react-router'
import { fill } from '../../core/messages.ts'
import { VISITOR } from '../../kernel/who.ts'
import { type BulletinEntry, bulletins } from '../../modules/bulletin/index.ts'
import { currentPack } from '../../modules/measure/index.ts'
import { type AssessmentChange, assessmentChanges } from '../../modules/plan/index.ts'
import type { PolicyDocument } from '../../pack/pack.ts'
import { siteContext } from '../context.ts'
import { languageOfPath, type Say, sayIn } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { atomOf, type FeedEntry, rssOf } from './feed.ts'

const WORDS = {
  title: { zh: '{city}：通报、评估变化和新文件', en: '{city}: bulletins, changed assessments and new documents' },
  invented: { zh: '（虚构的城市）', en: ' (an invented city)' },
  changed: { zh: '评估变了：{name}（{period}）', en: 'Judged otherwise: {name} ({period})' },
  document: { zh: '新文件：{title}', en: 'New document: {title}' },
  unknown: { zh: '发布机关未知', en: 'issuer not known' },
} as const

/** More than the newest of each kind a feed does not hold. */
const MOST = 50

type At = (path: string) => string

const bulletinEntry =
  ({ say }: Say, at: At) =>
  ({ id, title, number, summary, publishedAt, issuer }: BulletinEntry): FeedEntry => ({
    id: `urn:uuid:${id}`,
    title: `${say(title)} ${say(number)}`,
    summary: say(summary),
    updated: publishedAt,
    link: at(`/bulletins/${id}`),
    author: say(issuer),
  })

const changeEntry =
  ({ say }: Say, at: At, author: string) =>
  ({ id, indicator, name, period, at: updated, text }: AssessmentChange): FeedEntry => ({
    id: `urn:uuid:${id}`,
    title: fill(say(WORDS.changed), { name: say(name), period }),
    summary: say(text),
    updated,
    link: at(`/plan/${indicator}`),
    author,
  })

/** A document that is dated to the day; of others nobody knows when they were new. */
const documentEntry =
  ({ say }: Say, at: At, id: (path: string) => string) =>
  (document: PolicyDocument & { readonly issued: string }): FeedEntry => ({
    id: id(`/documents/${document.id}`),
    title: fill(say(WORDS.document), { title: say(document.title) }),
    summary: [document.number, document.note && say(document.note)].filter(Boolean).join(' · '),
    updated: `${document.issued}T00:00:00Z`,
    link: at(`/documents/${document.id}`),
    author: document.issuer ?? say(WORDS.unknown),
  })

const isDated = (document: PolicyDocument): document is PolicyDocument & { readonly issued: string } => document.issued?.length === 10

const FORMS = {
  atom: { write: atomOf, type: 'application/atom+xml' },
  rss: { write: rssOf, type: 'application/rss+xml' },
} as const

/** What is new, as Atom or RSS by the end of the address, the same for everybody: bulletins that were published, targets that are judged otherwise, documents that came out. */
export const loader = ({ context, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, origin } = context.get(siteContext)
    const { pathname } = new URL(request.url)
    const [language, form] = [languageOfPath(pathname), pathname.endsWith('.rss') ? 'rss' : 'atom'] as const
    const saying = sayIn(language)
    const { say, to } = saying
    const at: At = (path) => `${origin}${to(path)}`
    const pack = await app.perform(VISITOR, currentPack, {})
    const published = await app.perform(VISITOR, bulletins, {})
    const changed = await app.perform(VISITOR, assessmentChanges, {})
    const dated = [...pack.documents.values()].filter(isDated).toSorted((a, b) => (a.issued < b.issued ? 1 : -1))
    const text = FORMS[form].write({
      id: `${origin}/bulletins.atom`,
      language: language === 'zh' ? 'zh-CN' : 'en',
      title: `${fill(say(WORDS.title), { city: say(pack.city) })}${pack.synthetic ? say(WORDS.invented) : ''}`,
      self: at(`/bulletins.${form}`),
      home: at('/bulletins'),
      updated: '1970-01-01T00:00:00Z',
      entries: [
        ...published.slice(0, MOST).map(bulletinEntry(saying, at)),
        ...changed.map(changeEntry(saying, at, say(pack.title))),
        ...dated.slice(0, MOST).map(documentEntry(saying, at, (path) => `${origin}${path}`)),
      ],
    })
    return new Response(text, {
      headers: { 'content-type': `${FORMS[form].type}; charset=utf-8`, 'cache-control': 'public, max-age=0, must-revalidate' },
    })
  })

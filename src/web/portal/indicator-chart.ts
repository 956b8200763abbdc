import type { LoaderFunctionArgs } from 'react-router'
import { fill } from '../../core/messages.ts'
import { type IndicatorPage, indicatorPage, periodText } from '../../modules/plan/index.ts'
import { siteContext } from '../context.ts'
import { languageOfPath, type Say, sayIn } from '../language.ts'
import { orTrouble } from '../loading.ts'
import { chartFile } from '../parts/chart-file.tsx'
import { INVENTED } from '../parts/synthetic.tsx'
import { askedDates } from './dates.ts'
import { mainOf } from './indicator-view.ts'
import { chartOf, drawnOf } from './target-view.ts'

const WORDS = {
  days: { zh: '截至{asOf}，按{known}所知。', en: 'As of {asOf}, as known on {known}.' },
  none: { zh: '没有公开数据，因此不画图，也不写成 0。', en: 'There is no public data; so nothing is drawn, and nothing is written as 0.' },
  sources: { zh: '数据来源：{sources}。', en: 'Sources of the values: {sources}.' },
  target: { zh: '目标出自：{document}。', en: 'The target is from: {document}.' },
  pack: { zh: '{title} {version}，许可 {licence}。{address}', en: '{title} {version}, licence {licence}. {address}' },
} as const

/** The picture of an indicator with all that it must not be shown without: the days, the sources, whether the city is invented. */
const pictureOf = (page: IndicatorPage, { language, say, marks }: Say, address: string): string => {
  const { indicator, assessments, readings, pack } = page
  const main = mainOf(assessments)
  const sources = new Set(
    drawnOf(readings).flatMap(({ source }) => {
      const found = pack.sources.get(source)
      return found ? [found.publisher ?? found.title] : []
    }),
  )
  const document = main?.target.document ? pack.documents.get(main.target.document) : undefined
  const [asOf, known] = [periodText(page.asOf, language), periodText(page.known, language)]
  const spec = chartOf(indicator, readings, main, language)
  return chartFile({
    spec,
    language,
    warning: pack.synthetic ? say(INVENTED) : null,
    above: [...(main ? [spec.description] : []), fill(say(WORDS.days), { asOf, known })],
    below: [
      ...(sources.size > 0 ? [fill(say(WORDS.sources), { sources: [...sources].join(marks.comma) })] : []),
      ...(document ? [fill(say(WORDS.target), { document: say(document.title) })] : []),
      fill(say(WORDS.pack), { title: say(pack.title), version: pack.version, licence: pack.licence, address }),
    ],
    none: say(WORDS.none),
  })
}

/** The chart of an indicator's page as a file, in the language of the address. */
export const loader = ({ context, params, request }: LoaderFunctionArgs) =>
  orTrouble(async () => {
    const { app, who, origin } = context.get(siteContext)
    const saying = sayIn(languageOfPath(new URL(request.url).pathname))
    const page = await app.perform(who, indicatorPage, { id: params.indicator ?? '', ...askedDates(request) })
    const { id } = page.indicator
    const address = `${origin}${saying.to(`/plan/${id}`)}?asOf=${page.asOf}&known=${page.known}`
    return new Response(pictureOf(page, saying, address), {
      headers: {
        'content-type': 'image/svg+xml; charset=utf-8',
        'content-disposition': `inline; filename="${id}-${page.asOf}-${saying.language}.svg"`,
        'cache-control': 'public, max-age=0, must-revalidate',
      },
    })
  })

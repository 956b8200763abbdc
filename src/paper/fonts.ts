/** Which fonts a document is set in: those of the standard where the machine has them, free ones otherwise. */
import type { Language } from '../core/messages.ts'

/** What a font is for: head and title (小标宋), text (仿宋), headings of level 1 (黑体) and 2 (楷体), page numbers (宋体). */
const CHINESE = {
  title: ['FZXiaoBiaoSong-B05S', 'FZXiaoBiaoSong-B05', '方正小标宋简体', '方正小标宋_GBK', 'STZhongsong', '华文中宋'],
  text: [
    'FangSong_GB2312',
    '仿宋_GB2312',
    'FangSong',
    '仿宋',
    'STFangsong',
    '华文仿宋',
    'FZFangSong-Z02',
    'Zhuque Fangsong (technical preview)',
  ],
  heading: ['SimHei', '黑体', 'STHeiti', 'FZHei-B01', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'WenQuanYi Zen Hei'],
  second: ['KaiTi_GB2312', '楷体_GB2312', 'KaiTi', '楷体', 'STKaiti', '华文楷体', 'FZKai-Z03', 'LXGW WenKai', 'AR PL UKai CN'],
  number: ['SimSun', '宋体', 'NSimSun', 'STSong'],
} as const
/** Where a font of the standard is missing, one of these; the first that is there. */
const ANY_CHINESE = [
  'Noto Serif CJK SC',
  'Noto Serif SC',
  'Source Han Serif SC',
  'SimSun',
  'STSong',
  'Songti SC',
  'AR PL UMing CN',
  'Noto Sans CJK SC',
  'Noto Sans SC',
  'Source Han Sans SC',
  'PingFang SC',
  'Microsoft YaHei',
  'WenQuanYi Zen Hei',
  'WenQuanYi Micro Hei',
]
/** The last one comes with the typesetter. */
const LATIN = ['Times New Roman', 'Liberation Serif', 'Tinos', 'Noto Serif', 'Libertinus Serif']

export type Use = keyof typeof CHINESE
const USES = Object.keys(CHINESE) as readonly Use[]

/** Families for each use, the first one first. */
export type Faces = Readonly<Record<Use, readonly string[]>>

/** Every family that is asked for; `chinese` ones have to have Chinese characters. */
export const families: { readonly chinese: readonly string[]; readonly latin: readonly string[] } = {
  chinese: [...new Set([...USES.flatMap((use) => CHINESE[use]), ...ANY_CHINESE])],
  latin: LATIN,
}

const HAN = /\p{Script=Han}/u

/** The faces of a document in a language, out of the families that are there; null where it has Chinese characters and no family does. */
export const facesFrom = (present: ReadonlySet<string>, language: Language, text: string): Faces | null => {
  const there = (names: readonly string[]): readonly string[] => names.filter((name) => present.has(name))
  const chinese = (use: Use): readonly string[] => there([...CHINESE[use], ...ANY_CHINESE]).slice(0, 1)
  const latin = there(LATIN).slice(0, 1)
  if (HAN.test(text) && chinese('text').length === 0) return null
  const faces = (use: Use): readonly string[] => (language === 'zh' ? [...chinese(use), ...latin] : [...latin, ...chinese(use)])
  return { title: faces('title'), text: faces('text'), heading: faces('heading'), second: faces('second'), number: faces('number') }
}

import { catalogue } from '../core/messages.ts'

/** Why a document cannot be put on paper. */
export const paperMessages = catalogue({
  'paper.no-font': {
    kind: 'unavailable',
    zh: '这台机器没有中文字体，排不出 PDF。请安装一种（Debian：apt-get install fonts-noto-cjk；公文用方正小标宋、仿宋_GB2312、黑体、楷体_GB2312）后重启；DOCX 和网页不受影响。',
    en: 'This machine has no Chinese font, so no PDF can be set. Install one (Debian: apt-get install fonts-noto-cjk) and restart; DOCX and the page are there meanwhile.',
  },
  'paper.no-typesetter': {
    kind: 'unavailable',
    zh: '没有安装排版程序（可选依赖 @myriaddreamin/typst-ts-node-compiler），排不出 PDF。请在安装目录运行 npm install 后重启；DOCX 和网页不受影响。',
    en: 'The typesetter (the optional dependency @myriaddreamin/typst-ts-node-compiler) is not installed, so no PDF can be set. Run npm install where this is installed and restart; DOCX and the page are there meanwhile.',
  },
  'paper.busy': {
    kind: 'unavailable',
    zh: '等着排版的文件太多。请过一分钟再试。',
    en: 'Too many documents wait to be set. Try again in a minute.',
  },
  'paper.long': {
    kind: 'refused',
    zh: '文件太长，{seconds} 秒内没有排完。请缩小范围，或取用网页上的数据文件。',
    en: 'The document is so long that it was not set within {seconds} seconds. Narrow it, or take the data files of the page.',
  },
})

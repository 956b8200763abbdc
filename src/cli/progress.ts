import type { Io } from './command.ts'

const WORDS = { load: { zh: '读取', en: 'loading' }, decide: { zh: '计算', en: 'deciding' } } as const
const WIDTH = 30
const EVERY_MS = 100

/** A bar with the time that is left, for a person who looks; nothing where nobody does. */
export const progressBar = (io: Io): { readonly show: (what: keyof typeof WORDS, share: number) => void; readonly clear: () => void } => {
  const visible = io.terminal && process.stderr.isTTY === true
  let began = performance.now()
  let shown = 0
  return {
    show: (what, share) => {
      const now = performance.now()
      if (!visible || now - shown < EVERY_MS || share <= 0) return
      shown = now
      const filled = Math.round(share * WIDTH)
      const left = Math.ceil(((now - began) * (1 - share)) / share / 1000)
      process.stderr.write(
        `\r${WORDS[what][io.language]} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${Math.floor(share * 100)} %  ${io.language === 'zh' ? `约剩 ${left} 秒` : `${left} s left`}\u001b[K`,
      )
    },
    clear: () => {
      if (visible) process.stderr.write('\r\u001b[K')
      began = performance.now()
    },
  }
}

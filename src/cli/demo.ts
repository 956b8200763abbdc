import { loadDemoAccounts } from '../app/demo-accounts.ts'
import { demo } from '../app.ts'
import { type Command, type Given, Misuse } from './command.ts'
import { withApp } from './database.ts'

const wholeOption = (given: Given, name: string, fallback: number, most: number): number => {
  const text = given.values[name]
  if (text === undefined) return fallback
  if (typeof text === 'string' && /^\d{1,10}$/.test(text) && Number(text) <= most) return Number(text)
  throw new Misuse({ zh: `--${name} 应是 0 到 ${most} 的整数。`, en: `--${name} is a whole number from 0 to ${most}.` })
}

export const command: Command = {
  name: 'demo',
  operands: [],
  means: {
    zh: '（重新）装入演示企业和演示账户：全部是虚构的',
    en: '(re)load synthetic enterprises and demo accounts: all of them made up',
  },
  options: {
    enterprises: { type: 'string', value: 'N', means: { zh: '多少家（默认 20000）', en: 'how many (default: 20000)' } },
    seed: { type: 'string', value: 'S', means: { zh: '随机种子（默认 1）', en: 'random seed (default: 1)' } },
  },
  run: async (given, io) => {
    const enterprises = wholeOption(given, 'enterprises', 20_000, 2_000_000)
    const seed = wholeOption(given, 'seed', 1, 2_147_483_647)
    if (process.env.PLANWRIGHT_MODE === 'production')
      throw new Misuse({
        zh: '正式运行的数据库不装演示企业和演示账户。',
        en: 'A production database takes no demo enterprises and accounts.',
      })
    await withApp(async (app) => {
      await demo(app, enterprises, seed, 'command line')
      await loadDemoAccounts(app, 'command line')
    })
    io.out(
      io.language === 'zh'
        ? `已装入 ${enterprises} 家演示企业（种子 ${seed}）。`
        : `${enterprises} synthetic enterprises loaded (seed ${seed}).`,
    )
    return 0
  },
}

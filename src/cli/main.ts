/** The command line. Commands are loaded when they are asked for, so that `--help` stays quick. */
import { parseArgs } from 'node:util'
import { type Command, type Io, Misuse } from './command.ts'

const commands: Readonly<Record<string, () => Promise<{ readonly command: Command }>>> = {
  check: () => import('./check.ts'),
  test: () => import('./test.ts'),
  facts: () => import('./facts.ts'),
  decide: () => import('./decide.ts'),
  report: () => import('./report.ts'),
  stamp: () => import('./stamp.ts'),
  load: () => import('./load.ts'),
  demo: () => import('./demo.ts'),
}

const OVERVIEW = {
  zh: `策行 Planwright：让一座城市的规划运行起来

用法：planwright 命令 [参数] [--lang zh|en]

  check PACK                                  检查一个包
  test PACK [--measure ID]                    运行全部算例
  facts PACK [--json]                         列出规则所用的事实
  decide PACK --facts FILE|- --on DATE        一家企业能得多少、为什么、缺什么
  report PACK --as-of DATE                    每个目标的最新数据和状态
  stamp PACK [--measure ID]                   核对后写下条款哈希
  load PACK                                   把包发布到数据库
  demo --enterprises N --seed S               （重新）装入演示企业
  serve                                       启动网站（同 npm start）

planwright 命令 --help 查看该命令的选项。退出码：0 正常，1 有发现，2 用法不对。`,
  en: `Planwright (策行) makes a city’s plan run

usage: planwright COMMAND [operands] [--lang zh|en]

  check PACK                                  check a pack
  test PACK [--measure ID]                    run its worked cases
  facts PACK [--json]                         list the facts that rules ask for
  decide PACK --facts FILE|- --on DATE        what an enterprise is entitled to, why, what is missing
  report PACK --as-of DATE                    every target with its latest reading and status
  stamp PACK [--measure ID]                   write clause hashes after a review
  load PACK                                   publish a pack into the database
  demo --enterprises N --seed S               (re)load the synthetic enterprises
  serve                                       start the site (as npm start does)

planwright COMMAND --help shows its options. Exit codes: 0 fine, 1 findings, 2 wrong use.`,
}

const languageOf = (args: readonly string[]): 'zh' | 'en' => {
  const at = args.indexOf('--lang')
  const given = at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice(7)
  if (given === 'zh' || given === 'en') return given
  if (given !== undefined) throw new Misuse({ zh: '--lang 只有 zh 和 en。', en: '--lang is zh or en.' })
  return (process.env.LC_ALL || process.env.LANG || '').startsWith('en') ? 'en' : 'zh'
}

const helpOf = (command: Command, language: 'zh' | 'en'): string => {
  const options = Object.entries(command.options).map(
    ([name, option]) => `  --${name}${option.value ? ` ${option.value}` : ''}`.padEnd(24) + option.means[language],
  )
  const usage = language === 'zh' ? '用法' : 'usage'
  return [
    command.means[language],
    '',
    `${usage}: planwright ${command.name} ${command.operands.join(' ')}`,
    ...options,
    `  --lang zh|en`.padEnd(24) + (language === 'zh' ? '语言' : 'language'),
  ].join('\n')
}

/** Runs one command line and answers with its exit code. */
export const main = async (args: readonly string[], io: Io): Promise<number> => {
  const [name, ...rest] = args.filter((arg, index) => !(arg === '--lang' || args[index - 1] === '--lang' || arg.startsWith('--lang=')))
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.out(OVERVIEW[io.language])
    return name === undefined ? 2 : 0
  }
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!load)
    throw new Misuse({
      zh: `没有命令“${name}”。planwright --help 列出全部命令。`,
      en: `There is no command "${name}". planwright --help lists them.`,
    })
  const { command } = await load()
  const options = Object.fromEntries(Object.entries(command.options).map(([key, option]) => [key, { type: option.type }]))
  let parsed: { positionals: string[]; values: Record<string, string | boolean | undefined> }
  try {
    parsed = parseArgs({ args: rest, options: { ...options, help: { type: 'boolean' } }, allowPositionals: true }) as typeof parsed
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('.')[0]! : String(error)
    throw new Misuse({ zh: `用法不对：${reason}。planwright ${name} --help 查看选项。`, en: `${reason}. See planwright ${name} --help.` })
  }
  if (parsed.values.help) {
    io.out(helpOf(command, io.language))
    return 0
  }
  if (parsed.positionals.length !== command.operands.length) {
    const wanted = command.operands.join(' ') || '—'
    throw new Misuse({ zh: `${name} 需要的参数：${wanted}。`, en: `${name} takes: ${wanted}.` })
  }
  return command.run(parsed, io)
}

const start = async (): Promise<void> => {
  const args = process.argv.slice(2)
  let language: 'zh' | 'en' = 'zh'
  const io: Io = {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    get language() {
      return language
    },
    colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
  }
  // A reader that closes early (`| head`) ends the output, not with a stack trace.
  process.stdout.on('error', () => process.exit(0))
  try {
    language = languageOf(args)
    process.exitCode = await main(args, io)
  } catch (error) {
    if (error instanceof Misuse) {
      io.err(`planwright: ${error.text[language]}`)
      process.exitCode = 2
    } else if (error instanceof Error && error.name === 'Failure') {
      io.err(`planwright: ${(error as Error & { text: Record<'zh' | 'en', string> }).text[language]}`)
      process.exitCode = 1
    } else throw error
  }
}

if (import.meta.main) await start()
